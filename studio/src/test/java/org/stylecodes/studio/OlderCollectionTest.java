package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.StyleCodes;

/** Imports collections that a studio of version 0.1 exported. */
class OlderCollectionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"collection.json", "collection.png"})
    void aCollectionIsImportedIntoAnEmptyGallery(String name) throws Exception {
        byte[] file = Files.readAllBytes(OlderStudioTest.FILES.resolve(name));
        StudioOptions options = StudioOptions.local(0, folder, () -> StyleCodes.open(OlderStudioTest.MODEL));
        try (Studio studio = Studio.start(options)) {
            Caller caller = Caller.of(studio).awaitReady();
            Caller.Answer answer =
                    caller.form("/api/v1/collections/import", List.of(new Caller.Part("file", name, file)), Map.of());
            assertEquals(2, answer.json().path("added").asInt(), answer.text());
            JsonNode style =
                    caller.get("/api/v1/styles?q=harbour").json().path("items").path(0);
            assertEquals(
                    "stylecodes:RIgP_58waM-Dx3A5idNoQc", style.path("shared").asText());
            assertEquals("Harbour at dusk", style.path("name").asText());
            assertEquals("From a box in the attic.", style.path("note").asText());
            assertEquals("[\"blue\",\"calm\"]", style.path("tags").toString());
            assertEquals(true, style.path("favourite").asBoolean());
            assertEquals(48, style.path("reference").path("width").asInt());
        }
    }
}
