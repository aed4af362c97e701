package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** A gallery with more styles than PostgreSQL allows bind values in one statement (65,535). */
@EnabledIfEnvironmentVariable(named = PostgresSchema.VARIABLE, matches = ".+")
class LargeGalleryTest {
    private static final int STYLES = 66_000;

    @TempDir
    private Path folder;

    @Test
    void aLargeGalleryIsShownSearchedAndExported() throws Exception {
        try (PostgresSchema schema = PostgresSchema.create();
                Studio studio = Studio.start(
                        StudioOptions.local(0, folder, StyleCodes::nano).database(schema.database()));
                Connection connection = DriverManager.getConnection(schema.database());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO styles SELECT lpad(i::text, 8, '0') || '-0000-0000-0000-000000000000', 'nano1',"
                            + " lpad(i::text, 20, 'A'), 'style ' || i, '', 0, NULL, 'style ' || i, 'style ' || i, i, i"
                            + " FROM generate_series(1, " + STYLES + ") AS i");
            Caller caller = Caller.of(studio);
            caller.awaitReady();
            assertEquals(STYLES, caller.get("/api/v1/map").json().path("items").size());
            assertEquals(
                    "style 65999",
                    caller.post("/api/v1/codes/nearest", Map.of("code", "AAAAAAAAAAAAAAA65999", "limit", 1))
                            .json()
                            .at("/items/0/style/name")
                            .asText());
            assertEquals(
                    200,
                    caller.post("/api/v1/codes/nearest", Map.of("colour", "#00c800"))
                            .status());
            assertEquals(
                    STYLES,
                    caller.get("/api/v1/collections/export")
                            .json()
                            .path("styles")
                            .size());
        }
    }
}
