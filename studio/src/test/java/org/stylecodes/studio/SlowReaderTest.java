package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** Callers that do not read the answers to their requests. */
class SlowReaderTest {
    private static final int SMALLEST_BUFFER = 4096;

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static Caller caller;

    @BeforeAll
    static void start() throws InterruptedException {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        caller = Caller.of(studio);
        caller.awaitReady();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void drawingDoesNotWaitForSlowReaders() throws IOException {
        String body = "{\"prompt\":\"\",\"steps\":1,\"batch_size\":10,\"width\":512,\"height\":512}";
        try (Socket slow = sent("POST /sdapi/v1/txt2img HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            awaitFirst();
            JsonNode next = caller.post(
                            "/api/v1/generations", Map.of("prompt", "", "steps", 1, "width", 64, "height", 64))
                    .json();
            assertEquals("done", ended(next));
            // The server disconnects a caller that reads nothing for long, so drawing cannot have waited for this one.
            String answer = read(slow);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer.substring(0, Math.min(100, answer.length())));
            assertTrue(answer.length() > 1 << 22 && answer.endsWith("}"), answer.length() + " characters");
        }
    }

    // Makes enough previews to fill the buffers of the connection, and ends well before the server disconnects a slow
    // reader, which is after 20 s.
    @Test
    void slowReadersGetTheLastPreviewAndTheEnd() throws IOException {
        JsonNode job = caller.post(
                        "/api/v1/generations", Map.of("prompt", "", "steps", 100, "width", 256, "height", 256))
                .json();
        try (Socket slow = sent(
                "GET " + job.path("events").asText() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            assertEquals("done", ended(job));
            List<String> lines = read(slow).lines().toList();
            int last = lines.lastIndexOf("event: preview");
            assertTrue(lines.get(last + 1).contains("\"step\":96"), "another preview was the last");
            assertEquals(1, lines.stream().filter("event: done"::equals).count());
        }
    }

    private static Socket sent(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALLEST_BUFFER); // so that most of the answer stays in the server
        socket.connect(new InetSocketAddress("127.0.0.1", studio.port()));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static String ended(JsonNode job) {
        caller.get(job.path("events").asText()); // the stream ends with the job
        return caller.get(job.path("url").asText()).json().path("state").asText();
    }

    private static void awaitFirst() {
        JsonNode jobs = caller.get("/api/v1/generations").json().path("items");
        while (jobs.isEmpty()) {
            jobs = caller.get("/api/v1/generations").json().path("items");
        }
        caller.get(jobs.path(0).path("events").asText());
    }
}
