package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** A database that fails temporarily. */
@Tag("slow")
class StoreAwayTest {
    @TempDir
    private Path folder;

    @Test
    void aJobWhosePicturesCouldNotBeRecordedIsDrawnOnceTheDatabaseIsBack() throws Exception {
        try (Studio studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano))) {
            Caller caller = Caller.of(studio);
            caller.awaitReady();
            execute("CREATE TRIGGER away BEFORE INSERT ON results BEGIN SELECT RAISE(ABORT, 'away'); END");
            JsonNode job = caller.post(
                            "/api/v1/generations", Map.of("prompt", "", "steps", 1, "width", 64, "height", 64))
                    .json();
            String url = job.path("url").asText();
            while (caller.get(url).json().path("startedAt").isNull()) {
                Thread.sleep(10);
            }
            while (caller.get("/sdapi/v1/progress")
                    .json()
                    .at("/state/job")
                    .asText()
                    .equals("generation")) {
                Thread.sleep(10);
            }
            assertEquals("running", caller.get(url).json().path("state").asText());
            execute("DROP TRIGGER away");
            caller.get(job.path("events").asText()); // the stream ends with the job
            JsonNode ended = caller.get(url).json();
            assertEquals("done", ended.path("state").asText(), ended.toString());
            assertEquals(1, ended.path("results").size());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("studio.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 30000");
            statement.execute(sql);
        }
    }
}
