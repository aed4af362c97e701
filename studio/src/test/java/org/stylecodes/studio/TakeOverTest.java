package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share a database. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = PostgresSchema.VARIABLE, matches = ".+")
class TakeOverTest {
    @TempDir
    private Path folder;

    @Test
    void theJobOfAServerThatDiedIsDrawnByTheOther() throws Exception {
        try (PostgresSchema schema = PostgresSchema.create();
                StudioProcess first = StudioProcess.start(folder, schema.database())) {
            first.awaitReady();
            JsonNode job = first.caller()
                    .post(
                            "/api/v1/generations",
                            Map.of("prompt", "", "steps", 100, "count", 2, "width", 64, "height", 64))
                    .json();
            String url = job.path("url").asText();
            Caller.await(
                    () -> first.caller().get(url).json().path("state").asText().equals("running"));
            first.kill();
            try (StudioProcess second = StudioProcess.start(folder, schema.database())) {
                second.caller().get(url + "/events"); // the stream ends with the job
                JsonNode ended = second.caller().get(url).json();
                assertEquals("done", ended.path("state").asText());
                assertEquals(2, ended.path("results").size());
            }
        }
    }
}
