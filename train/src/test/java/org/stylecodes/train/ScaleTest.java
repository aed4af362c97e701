package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.train.config.TrainingPlan;

/** Options that save memory and time do not change the results of training. */
class ScaleTest {
    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void allStagesHaveTheirPredecessors() {
        new TinyModel(prepared).trainPredecessors();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "style"})
    void checkpointingGivesTheSameGradients(String stage) {
        Map<String, Double> kept = secondStep(stage, Precision.FLOAT32, false);
        Map<String, Double> again = secondStep(stage, Precision.FLOAT32, true);
        assertEquals(kept.get("loss"), again.get("loss"), 1e-5 * kept.get("loss"));
        assertEquals(kept.get("gradient_norm"), again.get("gradient_norm"), 1e-5 * kept.get("gradient_norm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vae", "vision", "base", "style", "judge"})
    void lossesInBfloat16AreThoseInFloat32ExceptForRounding(String stage) {
        Map<String, Double> exact = secondStep(stage, Precision.FLOAT32, false);
        Map<String, Double> rounded = secondStep(stage, Precision.BFLOAT16, false);
        assertNotEquals(exact.get("loss"), rounded.get("loss"));
        assertEquals(exact.get("loss"), rounded.get("loss"), 0.02 * exact.get("loss"));
        assertEquals(exact.get("gradient_norm"), rounded.get("gradient_norm"), 0.1 * exact.get("gradient_norm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "style"})
    void segmentsRunAgainInThePrecisionOfTheirFirstRun(String stage) {
        Map<String, Double> kept = secondStep(stage, Precision.BFLOAT16, false);
        Map<String, Double> again = secondStep(stage, Precision.BFLOAT16, true);
        assertEquals(kept.get("loss"), again.get("loss"), 0.001 * kept.get("loss"));
        assertEquals(kept.get("gradient_norm"), again.get("gradient_norm"), 0.01 * kept.get("gradient_norm"));
    }

    @Test
    void aMissingDeviceIsRefused() {
        assumeTrue(torch.cuda_device_count() == 0);
        TinyModel model = new TinyModel(folder);
        StyleCodesException refused = assertThrows(
                StyleCodesException.class,
                () -> model.train("vae", plan(Precision.FLOAT32, false, "cuda"), report -> true));
        assertTrue(refused.getMessage().startsWith("cuda:0 is not available"), refused.getMessage());
    }

    @Test
    void float16IsRefused() {
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> plan(Precision.FLOAT16, false, "cpu"));
        assertTrue(refused.getMessage().contains("expected float32 or bfloat16"), refused.getMessage());
    }

    // The metrics of the second step, when no weight that starts at zero is still zero
    private Map<String, Double> secondStep(String stage, Precision precision, boolean checkpointing) {
        TinyModel model = new TinyModel(prepared).copiedTo(folder.resolve(precision + " " + checkpointing));
        Map<String, Double> terms = new HashMap<>();
        model.train(stage, plan(precision, checkpointing, "cpu"), report -> {
            terms.putAll(report.terms());
            return true;
        });
        return terms;
    }

    private static TrainingPlan plan(Precision precision, boolean checkpointing, String device) {
        return new TrainingPlan(
                1, 2, 4, 2, 1e-3, 0, 0, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 2, precision, checkpointing, device);
    }
}
