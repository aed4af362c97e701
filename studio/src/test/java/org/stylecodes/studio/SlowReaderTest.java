package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** Callers who do not read what they asked for. */
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
        while (caller.get("/readyz").status() != 200) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void drawingDoesNotWaitForThem() throws IOException {
        String body = "{\"prompt\":\"\",\"steps\":1,\"batch_size\":10,\"width\":512,\"height\":512}";
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(SMALLEST_BUFFER); // so that the answer stays with the server
            slow.connect(new InetSocketAddress("127.0.0.1", studio.port()));
            slow.getOutputStream()
                    .write(("POST /sdapi/v1/txt2img HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            awaitFirst();
            JsonNode next = caller.post(
                            "/api/v1/generations", Map.of("prompt", "", "steps", 1, "width", 64, "height", 64))
                    .json();
            caller.get(next.path("events").asText()); // which ends with the job
            assertEquals(
                    "done",
                    caller.get(next.path("url").asText()).json().path("state").asText());
            // The server gives a caller up who reads nothing for long, so this one cannot have been waited for.
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer.substring(0, Math.min(100, answer.length())));
            assertTrue(answer.length() > 1 << 22 && answer.endsWith("}"), answer.length() + " characters");
        }
    }

    private static void awaitFirst() {
        JsonNode jobs = caller.get("/api/v1/generations").json().path("items");
        while (jobs.isEmpty()) {
            jobs = caller.get("/api/v1/generations").json().path("items");
        }
        caller.get(jobs.path(0).path("events").asText());
    }
}
