package org.stylecodes.train.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.InvalidRequestException;

class ResidentPlanTest {
    private static final Path RECIPE = Path.of("recipe/illustration/card.json");

    @TempDir
    Path folder;

    @Test
    void theRecipeIsRead() {
        assertEquals(165, ResidentPlan.read(RECIPE).secondsOf("base"));
    }

    @Test
    void aStageThatDoesNotExistIsNamed() throws Exception {
        assertRefused("\"judge\": 20", "\"judges\": 20", "seconds is");
    }

    @Test
    void anUnknownKeyIsNamed() throws Exception {
        assertRefused("\"unseen\"", "\"unsene\": 1, \"unseen\"", "unsene");
    }

    @Test
    void aMissingKeyIsNamed() throws Exception {
        assertRefused("\"unseen\": 200,", "", "unseen");
    }

    @Test
    void aDeviceThatDoesNotExistIsRefused() throws Exception {
        assertRefused("\"cuda\"", "\"gpu\"", "device is gpu, expected cpu or cuda");
    }

    @Test
    void aCropLargerThanThePicturesIsRefused() throws Exception {
        assertRefused("\"crop\": 128", "\"crop\": 512", "crop is 512, expected 16 to 256");
    }

    @Test
    void anOddNumberOfStylesForMeasuringIsRefused() throws Exception {
        assertRefused("\"unseen\": 200", "\"unseen\": 3", "unseen is 3, expected an even number of 2 or more");
    }

    @Test
    void aStageOfNoTimeNeedsAnEarlierRun() throws Exception {
        assertRefused("\"judge\": 20", "\"judge\": 0", "from is missing");
    }

    @Test
    void aMissingNumberIsRefused() throws Exception {
        assertRefused("\"judge\": 20", "\"judge\": null", "seconds is");
    }

    private void assertRefused(String from, String to, String sentence) throws Exception {
        Path changed = folder.resolve("plan.json");
        Files.writeString(changed, Files.readString(RECIPE).replace(from, to));
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> ResidentPlan.read(changed));
        assertTrue(refused.getMessage().contains(sentence), refused::getMessage);
    }
}
