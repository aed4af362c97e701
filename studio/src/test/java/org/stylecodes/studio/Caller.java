package org.stylecodes.studio;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Calls a studio over HTTP, and checks every JSON answer against the OpenAPI document. */
public record Caller(URI address, HttpClient http, Map<String, String> headers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ApiDocument DOCUMENT = ApiDocument.read();

    private static final String BOUNDARY = "a-boundary";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static { // otherwise the server might close a connection while a request is being sent, which is not repeated
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError(text(), e);
            }
        }

        /** The body as text. */
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** A header; empty if there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** A file in a form. */
    public record Part(String name, String file, byte[] bytes) {}

    public static Caller of(Studio studio) {
        return new Caller(studio.address(), HttpClient.newHttpClient(), Map.of());
    }

    /** This caller with headers for every request. */
    public Caller with(Map<String, String> headers) {
        return new Caller(address, http, headers);
    }

    /** Waits until the model is loaded. */
    public Caller awaitReady() {
        await(() -> get("/readyz").status() == 200);
        return this;
    }

    /** Waits until a condition is true, for at most three minutes. */
    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the condition was not met within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    /** Sends a form with files and texts. */
    public Answer form(String path, List<Part> files, Map<String, String> texts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.name()
                            + "\"; filename=\"" + file.file() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        texts.forEach((name, text) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    /** Sends any request. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, body);
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(response.statusCode(), response);
            requireAsDescribed(method, URI.create(path).getPath(), answer);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void requireAsDescribed(String method, String path, Answer answer) {
        String media = answer.header("Content-Type").split(";", 2)[0];
        if (media.endsWith("json")) {
            DOCUMENT.answer(method.toLowerCase(Locale.ROOT), path, answer.status(), media)
                    .ifPresent(schema -> {
                        List<String> mismatches = DOCUMENT.mismatches(schema, answer.json());
                        if (!mismatches.isEmpty()) {
                            throw new AssertionError(method + " " + path + ": " + mismatches);
                        }
                    });
        }
    }

    private Answer json(String method, String path, Object body) {
        try {
            String text = body instanceof String json ? json : MAPPER.writeValueAsString(body);
            return send(method, path, BodyPublishers.ofString(text), Map.of("Content-Type", "application/json"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
