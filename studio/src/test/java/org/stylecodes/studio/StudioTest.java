package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.StyleCodesException;

class StudioTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderBelongsToOneStudio() {
        try (Studio studio = Studio.start(options())) {
            StyleCodesException refusal = assertThrows(StyleCodesException.class, () -> Studio.start(options()));
            assertTrue(
                    refusal.getMessage().startsWith("another studio is open on the data folder"), refusal.getMessage());
        }
    }

    @Test
    void aPortInUseIsReportedAndTheFolderIsReleased() {
        try (Studio studio = Studio.start(options())) {
            StudioOptions taken = StudioOptions.local(studio.port(), folder.resolve("other"), StyleCodes::nano);
            assertEquals(
                    "cannot listen on 127.0.0.1 port " + studio.port()
                            + ": it is in use or not allowed; give another --port",
                    assertThrows(StyleCodesException.class, () -> Studio.start(taken))
                            .getMessage());
            Studio.start(StudioOptions.local(0, folder.resolve("other"), StyleCodes::nano))
                    .close();
        }
    }

    @Test
    void aStudioThatCannotStartReleasesItsFolder() throws IOException {
        Path inTheWay = folder.resolve("data").resolve("pictures");
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);
        assertEquals(
                "cannot use the folder " + inTheWay + ": " + inTheWay,
                assertThrows(StyleCodesException.class, () -> Studio.start(options()))
                        .getMessage());
        Files.delete(inTheWay);
        Studio.start(options()).close();
    }

    @Test
    void aModelThatCannotBeLoadedIsReportedAndTheServerKeepsRunning() throws InterruptedException {
        StudioOptions options = StudioOptions.local(0, folder, () -> StyleCodes.open(folder.resolve("no-model")));
        try (Studio studio = Studio.start(options)) {
            Caller caller = Caller.of(studio);
            Caller.await(() -> !readiness(caller).contains("still being loaded"));
            String detail = readiness(caller);
            assertEquals("the model could not be loaded; the log of the server has the cause", detail);
            assertEquals(503, caller.get("/api/v1/model").status());
            assertEquals(200, caller.get("/healthz").status());
        }
    }

    @Test
    void theDemoGalleryHasTwoDozenStylesOnTheMap() throws InterruptedException {
        try (Studio studio = Studio.start(options().demoGallery(true))) {
            Caller caller = Caller.of(studio);
            Caller.await(() -> caller.get("/api/v1/map").json().path("items").size() > 0);
            JsonNode items = caller.get("/api/v1/map").json().path("items");
            assertEquals(24, items.size());
            for (JsonNode item : items) {
                assertTrue(item.path("x").asDouble() > 0 && item.path("x").asDouble() < 1, item.toString());
                assertEquals(200, caller.get(item.path("thumbnail").asText()).status());
            }
        }
    }

    @Test
    void keptStylesSurviveARestart() throws InterruptedException {
        String url;
        try (Studio studio = Studio.start(options())) {
            Caller caller = Caller.of(studio);
            caller.awaitReady();
            Map<String, Object> style = Map.of("code", "RIgP_58waM-Dx3A5idNo", "name", "kept");
            url = caller.post("/api/v1/styles", style).header("Location");
        }
        try (Studio studio = Studio.start(options())) {
            Caller caller = Caller.of(studio);
            caller.awaitReady();
            assertEquals("kept", caller.get(url).json().path("name").asText());
        }
    }

    @Test
    void aStudioThatListensEverywhereHasALoopbackAddress() {
        try (Studio studio = Studio.start(options().access("0.0.0.0", List.of("a token of this test")))) {
            assertEquals("127.0.0.1", studio.address().getHost());
            assertEquals(200, Caller.of(studio).get("/healthz").status());
        }
    }

    private StudioOptions options() {
        return StudioOptions.local(0, folder.resolve("data"), StyleCodes::nano);
    }

    private static String readiness(Caller caller) {
        return caller.get("/readyz").json().path("detail").asText();
    }
}
