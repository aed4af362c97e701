package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Pictures;

/**
 * Two hundred concurrent callers while pictures are drawn, encoded and kept. Half of them stream the events of the newest
 * generation, some of them to the end. The others send the requests of the page, one after another. The test prints response
 * times and memory use for people to judge.
 */
@Tag("slow")
class LoadTest {
    private static final int STREAMS = 100;
    private static final int POLLERS = 100;
    private static final int SECONDS = Integer.getInteger("stylecodes.seconds", 60);
    private static final int PAUSE_MILLIS = Integer.getInteger("stylecodes.pause", 200); // of one caller
    private static final int MEASUREMENTS = 12; // of memory and requests
    private static final List<String> PATHS =
            List.of("/api/v1/model", "/api/v1/styles", "/api/v1/map", "/api/v1/generations", "/healthz", "/");

    @TempDir
    private Path folder;

    private final List<Integer> micros = Collections.synchronizedList(new ArrayList<>());
    private final long began = System.nanoTime();
    private Caller caller;
    private volatile String events;

    @Test
    void noRequestFailsWhilePicturesAreDrawn() throws Exception {
        try (StudioProcess studio = StudioProcess.start(folder)) {
            studio.awaitReady();
            caller = studio.caller();
            events = draw(0).path("events").asText();
            ExecutorService threads = Executors.newCachedThreadPool();
            List<Future<?>> callers = new ArrayList<>();
            callers.add(threads.submit(untilTheEnd(this::work)));
            for (int i = 0; i < STREAMS; i++) {
                callers.add(threads.submit(untilTheEnd(i % 4 == 0 ? this::glance : this::stream)));
            }
            for (int i = 0; i < POLLERS; i++) {
                callers.add(threads.submit(untilTheEnd(this::poll)));
            }
            for (int measurement = 1; measurement <= MEASUREMENTS; measurement++) {
                Thread.sleep(Math.max(0, (long) measurement * SECONDS * 1000 / MEASUREMENTS - elapsedMillis()));
                System.out.printf(
                        "after %d s: %d MiB resident, %s MiB of heap, %s threads, %s jobs watched, %d requests%n",
                        elapsedMillis() / 1000,
                        studio.residentBytes() >> 20,
                        Math.round(metric("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20)),
                        Math.round(metric("jvm_threads_live_threads")),
                        Math.round(metric("stylecodes_jobs_watched")),
                        micros.size());
            }
            for (Future<?> one : callers) {
                one.get();
            }
            threads.shutdown();
        }
        List<Integer> sorted = micros.stream().sorted().toList();
        System.out.printf(
                "%d requests next to %d streams: median %.1f ms, 95 %% within %.1f ms, slowest %.1f ms%n",
                sorted.size(),
                STREAMS,
                sorted.get(sorted.size() / 2) / 1e3,
                sorted.get(sorted.size() * 95 / 100) / 1e3,
                sorted.get(sorted.size() - 1) / 1e3);
    }

    /** A task that a caller repeats. */
    private interface Task {
        void run(int time) throws IOException, InterruptedException;
    }

    private Callable<Void> untilTheEnd(Task task) {
        return () -> {
            for (int time = 0; elapsedMillis() < SECONDS * 1000L; time++) {
                task.run(time);
                Thread.sleep(PAUSE_MILLIS);
            }
            return null;
        };
    }

    private void work(int time) throws InterruptedException {
        JsonNode job = draw(time);
        events = job.path("events").asText();
        byte[] picture = Pictures.png(DemoPictures.of(time, 128));
        Caller.Answer encoded =
                caller.form("/api/v1/encodings", List.of(new Caller.Part("pictures", "a.png", picture)), Map.of());
        assertEquals(200, encoded.status(), encoded.text());
        JsonNode code = encoded.json().path("merged");
        Caller.Answer kept =
                caller.post("/api/v1/styles", Map.of("code", code.path("shared").asText(), "name", "style " + time));
        assertEquals(201, kept.status(), kept.text());
        assertEquals(200, caller.get("/s/" + code.path("shared").asText()).status());
        while (!caller.get(job.path("url").asText()).json().path("finishedAt").isTextual()) {
            Thread.sleep(200);
        }
        if (time >= 24) { // keeps the size of the gallery, and so its memory, constant
            String eldest = caller.get("/api/v1/styles?sort=oldest&limit=1")
                    .json()
                    .at("/items/0/id")
                    .asText();
            assertEquals(204, caller.delete("/api/v1/styles/" + eldest).status());
        }
    }

    private JsonNode draw(int time) {
        Caller.Answer answer = caller.post(
                "/api/v1/generations", Map.of("prompt", "a house on a hill", "seed", time, "steps", 16, "count", 4));
        assertEquals(202, answer.status(), answer.text());
        return answer.json();
    }

    private void stream(int time) {
        assertTrue(caller.get(events).text().contains("event: done"));
    }

    /** Reads the first event and disconnects. */
    private void glance(int time) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(caller.address().resolve(events)).build();
        try (InputStream in =
                caller.http().send(request, BodyHandlers.ofInputStream()).body()) {
            assertEquals('i', in.read());
        }
    }

    private void poll(int time) {
        String path = PATHS.get(time % PATHS.size());
        long asked = System.nanoTime();
        int status = caller.get(path).status();
        micros.add((int) ((System.nanoTime() - asked) / 1000));
        assertEquals(200, status, path);
    }

    private double metric(String name) {
        return caller.get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private long elapsedMillis() {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
