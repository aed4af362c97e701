package org.stylecodes.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The HTTP and JSON layer of {@link StudioClient}. Thread-safe.
 *
 * @param patience how long a studio may be unreachable while a caller waits for pictures
 */
record Calls(URI address, HttpClient http, Map<String, String> headers, Duration patience) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final Duration TRANSFER = Duration.ofMinutes(5); // for transferring pictures, and for encoding them

    static Calls to(URI address, Duration patience) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new Calls(address, http, Map.of(), patience);
    }

    JsonNode get(String path) {
        return json(answer(request(path, "GET", BodyPublishers.noBody(), Map.of()), QUESTION));
    }

    JsonNode post(String path, Object body) {
        try {
            BodyPublisher json = BodyPublishers.ofString(MAPPER.writeValueAsString(body));
            return json(answer(request(path, "POST", json, Map.of("Content-Type", "application/json")), TRANSFER));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON", e);
        }
    }

    void delete(String path) {
        answer(request(path, "DELETE", BodyPublishers.noBody(), Map.of()), QUESTION);
    }

    byte[] png(String picture) {
        String path = path("/api/v1/pictures/", picture) + ".png";
        return answer(request(path, "GET", BodyPublishers.noBody(), Map.of()), TRANSFER);
    }

    /** Appends an id to a path, or a value to a query, in encoded form. */
    static String path(String start, String end) {
        return start + URLEncoder.encode(end, StandardCharsets.UTF_8);
    }

    /**
     * Begins to read events. The caller closes the result.
     *
     * @param last the number of the last event that is known; empty if none is known
     */
    EventLines events(String path, String last) {
        Map<String, String> more = last.isEmpty()
                ? Map.of("Accept", "text/event-stream")
                : Map.of("Accept", "text/event-stream", "Last-Event-ID", last);
        return EventLines.of(http, request(path, "GET", BodyPublishers.noBody(), more));
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
        BodyPublisher form = BodyPublishers.ofByteArray(body.toByteArray());
        Map<String, String> more = Map.of("Content-Type", "multipart/form-data; boundary=" + boundary);
        return json(answer(request(path, "POST", form, more), TRANSFER));
    }

    static JsonNode json(String text) {
        return json(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Converts the problem with which a studio refused a request. */
    static RefusedException refused(JsonNode problem) {
        return refused(problem, problem.path("status").asInt());
    }

    private static RefusedException refused(JsonNode problem, int status) {
        return new RefusedException(
                problem.path("detail").asText("the studio refused the request, with the status " + status),
                status,
                problem.path("suggestion").asText(null));
    }

    private static JsonNode json(byte[] text) {
        try {
            return MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new RefusedException("the server at this address is not a studio: its response is not JSON", e);
        }
    }

    private HttpRequest request(String path, String method, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        return request.build();
    }

    /** Sends a request and returns the body of the response, which must arrive completely within the given time. */
    private byte[] answer(HttpRequest request, Duration longest) {
        CompletableFuture<HttpResponse<byte[]>> response = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> answer = response.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() < 400) {
                return answer.body();
            }
            throw refused(problem(answer.body()), answer.statusCode());
        } catch (ExecutionException e) {
            throw new RefusedException("the studio at " + address + " cannot be reached: " + reason(e), e);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new RefusedException(
                    "the studio at " + address + " did not answer within " + longest.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new RefusedException("waiting for the studio was interrupted", e);
        }
    }

    // A proxy may respond with something other than JSON.
    private static JsonNode problem(byte[] body) {
        try {
            return json(body);
        } catch (RefusedException noJson) {
            return MAPPER.createObjectNode();
        }
    }

    private static String reason(ExecutionException failed) {
        Throwable failure = failed.getCause() == null ? failed : failed.getCause();
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
