package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.config.TrainingPlan;

class ResumedStagesTest {
    private static final int STEPS = 4;

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    @BeforeAll
    static void allStagesHaveTheirPredecessors() {
        new TinyModel(prepared).trainPredecessors();
    }

    @ParameterizedTest
    @CsvSource({
        "vae, float32", "vision, float32", "base, float32", "style, float32", "judge, float32",
        "vae, bfloat16", "vision, bfloat16", "base, bfloat16", "style, bfloat16", "judge, bfloat16"
    })
    void aResumedStageEndsWithTheSameBytes(String stage, String precision) throws IOException {
        TrainingPlan plan = plan(Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
        TinyModel unbroken = copy("unbroken");
        unbroken.train(stage, plan, report -> true);
        TinyModel broken = copy("broken");
        broken.train(stage, plan, report -> report.step() < 2);
        assertEquals(2, Long.parseLong(metadata(broken, stage).get("step")));
        broken.train(stage, plan, report -> true);
        assertEquals(weights(unbroken), weights(broken));
        for (String part : new String[] {"weights", "first", "second", "average"}) {
            assertArrayEquals(state(unbroken, stage, part), state(broken, stage, part), part);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8})
    void aRunMayChangeItsLengthBeforeItsRateFalls(int steps) throws IOException {
        TinyModel unbroken = copy("unbroken");
        unbroken.train("vae", falling(steps), report -> true);
        TinyModel changed = copy("changed");
        changed.train("vae", falling(5), report -> report.step() < 2);
        changed.train("vae", falling(steps), report -> true);
        assertEquals(weights(unbroken), weights(changed));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void aRunCannotChangeItsLengthAfterItsRateFallsInEitherPlan(int steps) {
        TinyModel model = copy("model");
        model.train("vae", falling(4), report -> true);
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> model.train("vae", falling(steps), report -> true));
        assertTrue(refused.getMessage().contains("belongs to a run with other settings"), refused.getMessage());
    }

    private static TrainingPlan plan(Precision precision) {
        return new TrainingPlan(
                1, STEPS, 4, 2, 1e-3, 0, 0, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 2, precision, false, "cpu");
    }

    // The learning rate falls in the second half.
    private static TrainingPlan falling(int steps) {
        return new TrainingPlan(
                1, steps, 4, 2, 1e-3, 0, 0.5, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 2, Precision.FLOAT32, false, "cpu");
    }

    private TinyModel copy(String name) {
        return new TinyModel(prepared).copiedTo(folder.resolve(name));
    }

    // The checksums of all weights in the model folder, by file
    private static Map<String, Integer> weights(TinyModel model) throws IOException {
        Map<String, Integer> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(model.model())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".safetensors")).toList()) {
                sums.put(model.model().relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private static Safetensors checkpoint(TinyModel model, String stage) {
        return Safetensors.open(model.folder().resolve("run").resolve(stage).resolve("checkpoint.safetensors"));
    }

    private static Map<String, String> metadata(TinyModel model, String stage) {
        try (Safetensors checkpoint = checkpoint(model, stage)) {
            return Map.copyOf(checkpoint.metadata());
        }
    }

    private static float[] state(TinyModel model, String stage, String part) {
        try (Safetensors checkpoint = checkpoint(model, stage)) {
            Tensor tensor = checkpoint.tensor(part);
            return Tensors.floats(tensor);
        }
    }
}
