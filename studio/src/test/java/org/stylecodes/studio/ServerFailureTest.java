package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** A server that cannot store its pictures. */
class ServerFailureTest {
    @TempDir
    private Path folder;

    @Test
    void aWaitingCallerLearnsThatTheServerFailed() throws Exception {
        try (Studio studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano))) {
            Caller caller = Caller.of(studio);
            caller.awaitReady();
            Path pictures = folder.resolve("pictures");
            Files.deleteIfExists(pictures);
            Files.writeString(pictures, "in the place of the folder");
            Caller.Answer answer =
                    caller.post("/sdapi/v1/txt2img", Map.of("prompt", "", "steps", 1, "width", 64, "height", 64));
            assertEquals(500, answer.status(), answer.text());
            JsonNode error = caller.get("/api/v1/generations").json().at("/items/0/error");
            assertEquals(500, error.path("status").asInt());
            assertEquals(
                    "the server failed unexpectedly; its log has the cause",
                    error.path("detail").asText());
        }
    }
}
