package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stylecodes.tensor.Placement;

class ModelCommandTest {
    private static final Path GOLDEN = Path.of(ProgramRun.MODEL).getParent();

    @Test
    void aModelTellsWhatItChoosesByItself() throws IOException {
        JsonNode info = new ObjectMapper()
                .readTree(ProgramRun.of("model", "info", ProgramRun.MODEL, "--json")
                        .out());
        assertEquals("stylecodes", info.get("id").asText());
        assertEquals("reference", info.get("guidance mode").asText());
        assertTrue(info.get("parameters").get("unet").asLong() > 1_000_000);
    }

    @Test
    void foldersWithAnIndexAreModels() {
        assertEquals(List.of(Path.of(ProgramRun.MODEL)), new Models(GOLDEN).folders());
    }

    @Test
    void aFolderThatIsNotThereHoldsNoModels() {
        assertEquals(List.of(), new Models(GOLDEN.resolve("none")).folders());
    }

    @Test
    void aModelIsFoundByItsNameBelowTheFolder() {
        try (var model = new Models(GOLDEN).open("tiny-sd15", Placement.CPU)) {
            assertEquals("stylecodes", model.id());
        }
    }

    @Test
    void randomCodesNeedAModelThatKnowsItsCodes() {
        ProgramRun.of("code", "random", "--model", ProgramRun.MODEL)
                .failed("the model stylecodes does not say how its codes are distributed; take codes of pictures, or"
                        + " --uniform ones");
    }
}
