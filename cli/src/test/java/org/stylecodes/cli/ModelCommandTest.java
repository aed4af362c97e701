package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Placement;

class ModelCommandTest {
    private static final Path GOLDEN = Path.of(ProgramRun.MODEL).getParent();

    @TempDir
    Path models;

    @Test
    void theDefaultsOfAModelAreShown() throws IOException {
        JsonNode info = new ObjectMapper()
                .readTree(ProgramRun.of("model", "info", ProgramRun.MODEL, "--json")
                        .out());
        assertEquals("stylecodes", info.get("id").asText());
        assertEquals("joint", info.get("guidance mode").asText());
        assertEquals("0.0-0.6", info.get("guidance interval").asText());
        assertEquals("0.0-0.8", info.get("style interval").asText());
        assertTrue(info.get("parameters").get("unet").asLong() > 1_000_000);
    }

    @Test
    void theWordsOfAModelWithFewWordsAreListed() {
        String info = ProgramRun.of("model", "info").out();
        assertTrue(info.contains("words               a, air, an, and, apple, "), info);
    }

    @Test
    void foldersWithAnIndexAndSingleFilesAreModels() throws IOException {
        Path folder = Files.createDirectories(models.resolve("a-folder"));
        Files.writeString(folder.resolve("model_index.json"), "{}");
        Path safetensors = Files.writeString(models.resolve("b.safetensors"), "");
        Path ckpt = Files.writeString(models.resolve("c.ckpt"), "");
        Files.writeString(models.resolve("stylecodes.safetensors"), "");
        Files.writeString(models.resolve("notes.txt"), "");
        Files.createDirectories(models.resolve("empty"));
        assertEquals(List.of(folder, safetensors, ckpt), new ModelCatalog(models).list());
    }

    @Test
    void aMissingFolderHoldsNoModels() {
        assertEquals(List.of(), new ModelCatalog(models.resolve("none")).list());
    }

    @Test
    void neitherAFileNorAnyFolderOfTheWorkingDirectoryHidesTheUsersModel() throws IOException {
        for (String name : List.of("pom.xml", "src")) {
            Path mine = Files.createDirectories(models.resolve(name));
            String message = assertThrows(
                            BadValueException.class, () -> new ModelCatalog(models).open(name, Placement.CPU))
                    .getMessage();
            assertTrue(message.startsWith(mine.toString()), message);
        }
    }

    @Test
    void aFileThatIsNotACheckpointIsNotAModel() {
        BadValueException refused =
                assertThrows(BadValueException.class, () -> new ModelCatalog(models).open("pom.xml", Placement.CPU));
        assertEquals(
                "the model pom.xml was not found: it is not a folder or a .safetensors or .ckpt file, and not the name of a model in "
                        + models + "; 'stylecodes model list' lists the models",
                refused.getMessage());
    }

    @Test
    void aModelIsFoundByItsNameBelowTheFolder() {
        try (var model = new ModelCatalog(GOLDEN).open("tiny-sd15", Placement.CPU)) {
            assertEquals("stylecodes", model.id());
        }
    }

    @Test
    void randomCodesNeedAModelThatKnowsItsCodes() {
        ProgramRun.of("code", "random", "--model", ProgramRun.MODEL)
                .misused("the model stylecodes does not record the distribution of its codes; encode pictures, or draw"
                        + " codes with --uniform");
    }
}
