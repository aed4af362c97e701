package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred callers at once while pictures are drawn: half of them stream the events of a generation, the others ask for what
 * the page asks for, one request after another. The times that it prints are for people to judge.
 */
@Tag("slow")
class LoadTest {
    private static final int STREAMS = 100;
    private static final int POLLERS = 100;
    private static final int REQUESTS = Integer.getInteger("stylecodes.requests", 50); // of each
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final List<String> PATHS =
            List.of("/api/v1/model", "/api/v1/styles", "/api/v1/map", "/api/v1/generations", "/healthz");

    @TempDir
    private Path folder;

    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noRequestFailsWhilePicturesAreDrawn() throws Exception {
        try (StudioProcess studio = StudioProcess.start(folder)) {
            studio.awaitReady();
            Caller caller = studio.caller();
            for (int i = 0; i < 24; i++) {
                caller.post(
                        "/api/v1/styles",
                        Map.of("code", "AAAAAAAAAAAAAAAAAAA" + (char) ('A' + i), "name", "style " + i));
            }
            JsonNode job = caller.post("/api/v1/generations", Map.of("prompt", "", "steps", 200, "count", 16))
                    .json();
            ExecutorService threads = Executors.newFixedThreadPool(STREAMS + POLLERS);
            List<Future<?>> streams = new ArrayList<>();
            List<Future<?>> pollers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                streams.add(threads.submit(() -> assertTrue(
                        caller.get(job.path("events").asText()).text().contains("event: done"))));
            }
            for (int i = 0; i < POLLERS; i++) {
                int first = i;
                pollers.add(threads.submit(() -> poll(caller, first)));
            }
            for (Future<?> poller : pollers) {
                poller.get();
            }
            caller.delete(job.path("url").asText());
            for (Future<?> stream : streams) {
                stream.get();
            }
            threads.shutdown();
        }
        List<Long> sorted = micros.stream().sorted().toList();
        assertEquals(POLLERS * REQUESTS, sorted.size());
        System.out.printf(
                "%d requests beside %d streams: median %.1f ms, 95 %% within %.1f ms, slowest %.1f ms%n",
                sorted.size(),
                STREAMS,
                sorted.get(sorted.size() / 2) / 1e3,
                sorted.get(sorted.size() * 95 / 100) / 1e3,
                sorted.get(sorted.size() - 1) / 1e3);
    }

    private Void poll(Caller caller, int first) throws IOException, InterruptedException {
        HttpClient http = caller.http();
        for (int i = 0; i < REQUESTS; i++) {
            String path = PATHS.get((first + i) % PATHS.size());
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(caller.address().resolve(path)).build(), BodyHandlers.ofByteArray());
            micros.add((System.nanoTime() - began) / 1000);
            assertEquals(200, answer.statusCode(), path);
            Thread.sleep(PAUSE.toMillis());
        }
        return null;
    }
}
