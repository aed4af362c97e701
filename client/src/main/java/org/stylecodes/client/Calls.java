package org.stylecodes.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** HTTP and JSON under {@link StudioClient}. */
record Calls(URI address, HttpClient http, Map<String, String> headers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);

    static Calls to(URI address, Map<String, String> headers) {
        return new Calls(
                address, HttpClient.newBuilder().connectTimeout(CONNECT).build(), headers);
    }

    JsonNode get(String path) {
        return json(text(path, "GET", BodyPublishers.noBody(), Map.of()));
    }

    JsonNode post(String path, Object body) {
        try {
            BodyPublisher json = BodyPublishers.ofString(MAPPER.writeValueAsString(body));
            return json(text(path, "POST", json, Map.of("Content-Type", "application/json")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON", e);
        }
    }

    void delete(String path) {
        text(path, "DELETE", BodyPublishers.noBody(), Map.of());
    }

    byte[] bytes(String path) {
        HttpResponse<byte[]> response =
                send(path, "GET", BodyPublishers.noBody(), Map.of(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw refused(json(new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    /** The lines of an answer as they come; the caller closes it. */
    Stream<String> lines(String path) {
        return send(path, "GET", BodyPublishers.noBody(), Map.of("Accept", "text/event-stream"), BodyHandlers.ofLines())
                .body();
    }

    JsonNode form(String path, String part, String file, List<byte[]> files) {
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] bytes : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return json(text(
                path,
                "POST",
                BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary)));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RefusedException("what answered is no studio: it sent no JSON", e);
        }
    }

    static RefusedException refused(JsonNode problem) {
        return new RefusedException(
                problem.path("detail").asText("the studio refused the request"),
                problem.path("status").asInt(),
                problem.path("suggestion").asText(null));
    }

    private String text(String path, String method, BodyPublisher body, Map<String, String> more) {
        HttpResponse<String> response = send(path, method, body, more, BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw refused(json(response.body()));
        }
        return response.body();
    }

    private <T> HttpResponse<T> send(
            String path, String method, BodyPublisher body, Map<String, String> more, BodyHandler<T> handler) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new RefusedException("the studio at " + address + " cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("the waiting for the studio was interrupted", e);
        }
    }
}
