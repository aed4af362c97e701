package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.studio.store.sql.SqlStore;

class MigrationTest {
    private static final UUID JOB = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @TempDir
    private Path folder;

    @Test
    void theInitPictureOfAnOlderGenerationIsKept() throws SQLException {
        Path file = older("{\"prompt\":\"\",\"init\":\"aa\",\"initStrength\":0.7}");
        try (Store store = SqlStore.file(file)) {
            List<String> removed = new ArrayList<>();
            store.pictures().removeUnused(Instant.now(), removed::add);
            assertEquals(List.of("bb"), removed);
            assertEquals("aa", store.jobs().find(JOB).orElseThrow().init());
        }
    }

    @Test
    void anOlderGenerationWaitsForTheModelOfItsStyles() throws SQLException {
        Path file = older("{\"prompt\":\"a: b\",\"styles\":[{\"code\":\"nano1:RIgP_58waM-Dx3A5idNomo\",\"weight\":1.0},"
                + "{\"code\":\"nano1:AAAAAAAAAAAAAAAAAAAAAA\",\"weight\":2.0}],\"seed\":1}");
        try (Store store = SqlStore.file(file)) {
            assertEquals("nano1", store.jobs().find(JOB).orElseThrow().model());
        }
    }

    @Test
    void anOlderGenerationWithoutAStyleWaitsForAnyModel() throws SQLException {
        Path file = older("{\"prompt\":\"\\\"code\\\":\\\"a:b\",\"styles\":[],\"seed\":1}");
        try (Store store = SqlStore.file(file)) {
            assertNull(store.jobs().find(JOB).orElseThrow().model());
        }
    }

    /** Creates a database of the first version, with two pictures and a waiting generation. */
    private Path older(String request) throws SQLException {
        Path file = folder.resolve("studio.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:org/stylecodes/studio/migrations")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String picture : List.of("aa", "bb")) {
                statement.execute("INSERT INTO pictures VALUES ('" + picture + "', 1, 1, '#000000', 7)");
            }
            statement.execute("INSERT INTO jobs (id, kind, priority, state, request, picture, pictures, step, steps,"
                    + " created_at) VALUES ('" + JOB + "', 'GENERATION', 0, 'QUEUED', '" + request
                    + "', 0, 1, 0, 8, 7)");
        }
        return file;
    }
}
