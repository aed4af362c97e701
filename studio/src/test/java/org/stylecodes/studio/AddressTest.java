package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;

/** The addresses that exist, and the answers of others. */
class AddressTest {
    @TempDir
    private static Path folder;

    private static Studio studio;
    private static Caller caller;

    @BeforeAll
    static void start() {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano));
        caller = Caller.of(studio);
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/draw", "/explore", "/explore/map", "/draw/"})
    void everyViewHasThePage(String path) {
        Caller.Answer answer = caller.get(path);
        assertEquals(200, answer.status());
        assertTrue(answer.text().startsWith("<!doctype html>"), answer.text());
    }

    @Test
    void otherAddressesAreNotFoundAndShowThePage() {
        Caller.Answer answer = caller.get("/nonsense/of-somebody");
        assertEquals(404, answer.status());
        assertTrue(answer.text().startsWith("<!doctype html>"), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nonsense", "/nonsense.txt", "/v1/nonsense"})
    void addressesOfTheApiAndOfFilesAreNotAnsweredWithThePage(String path) {
        Caller.Answer answer = caller.get(path);
        assertEquals(404, answer.status());
        assertTrue(answer.header("Content-Type").contains("json"), answer.header("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/nonsense, 404",
        "DELETE, /nonsense, 404",
        "PATCH, /sdapi/v1/nonsense, 404",
        "POST, /api/v1/model, 405",
        "PUT, /api/v1/styles, 405",
    })
    void aMethodIsRefusedOnlyWhereThereIsAnother(String method, String path, int status) {
        assertEquals(
                status,
                caller.send(method, path, BodyPublishers.noBody(), Map.of()).status());
    }
}
