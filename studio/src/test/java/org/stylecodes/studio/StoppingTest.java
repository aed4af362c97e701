package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** A studio that stops while callers wait for pictures. */
class StoppingTest {
    @TempDir
    private Path folder;

    @Test
    void aCallerThatWaitsForPicturesIsToldThatTheServerStops() throws Exception {
        CompletableFuture<Caller.Answer> answer;
        try (Studio studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano))) {
            Caller caller = Caller.of(studio).awaitReady();
            Map<String, Object> request = Map.of("prompt", "", "steps", 200, "batch_size", 16);
            answer = CompletableFuture.supplyAsync(() -> caller.post("/sdapi/v1/txt2img", request));
            Caller.await(
                    () -> caller.get("/api/v1/generations").json().path("items").size() == 1);
        }
        assertEquals(503, answer.get().status(), answer.get().text());
        assertEquals(
                "the server is stopping; try again in a moment",
                answer.get().json().path("detail").asText());
    }
}
