package org.stylecodes.train.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.tensor.Engine;
import org.stylecodes.train.stage.StyleStage;

class RunConfigTest {
    private static final String FILE = """
            {"model": "m", "run": "r/style",
             "plan": {"seed": 1, "steps": 10, "batch": 4, "replicas": 2, "rate": 0.001, "warmup": 0, "decay": 0.3,
                      "beta1": 0.9, "beta2": 0.99, "weightDecay": 0.01, "clip": 1, "ema": 0.9, "checkpointSeconds": 60,
                      "reportSteps": 1, "validationSteps": 5},
             "data": {"scenes": {"firstStyle": 0, "styles": 6, "pictures": 4, "size": 128, "objects": ["house", "tree"]}},
             "unseen": {"folder": {"path": "p", "size": 128}},
             "settings": {"emptyCaptions": 0.05, "references": 0.25}}
            """;

    @TempDir
    Path folder;

    @Test
    void aPlanRunsOnTheCpuInFloat32ByDefault() throws IOException {
        TrainingPlan plan = read(FILE).plan();
        assertEquals(Precision.FLOAT32, plan.precision());
        assertFalse(plan.checkpointing());
        assertEquals("cpu", plan.device());
    }

    @Test
    void aPlanMayHaveADeviceAndAPrecision() throws IOException {
        String scale = "\"precision\": \"bfloat16\", \"checkpointing\": true, \"device\": \"cuda\", \"steps\": 10";
        TrainingPlan plan = read(FILE.replace("\"steps\": 10", scale)).plan();
        assertEquals(Precision.BFLOAT16, plan.precision());
        assertEquals(true, plan.checkpointing());
        assertEquals("cuda:0", plan.device());
    }

    @ParameterizedTest
    @CsvSource({"1, 4, cpu, 1", "2, 4, cpu, 2", "3, 4, cpu, 2", "8, 4, cpu, 4", "4, 6, cpu, 3", "4, 4, cuda, 1"})
    void aPlanHasAReplicaForEachThreadThatTheBatchAllows(int threads, int batch, String device, int replicas)
            throws IOException {
        int before = Engine.threads();
        Engine.threads(threads);
        try {
            String text = FILE.replace("\"batch\": 4, \"replicas\": 2", "\"batch\": " + batch)
                    .replace("\"steps\": 10", "\"steps\": 10, \"device\": \"" + device + "\"");
            assertEquals(replicas, read(text).plan().replicas());
        } finally {
            Engine.threads(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "batch": 4         | "batch": 3         | batch is 3, expected a multiple of the 2 replicas
                    "rate": 0.001      | "rate": 0          | rate is 0.0, expected a number above 0 and at most 1.0
                    "clip": 1          | "clip": 0          | clip is 0.0, expected a number above 0
                    "decay": 0.3       | "decay": 1.5       | decay is 1.5, expected 0.0 to 1.0
                    "styles": 6        | "styles": 1        | styles is 1, expected at least 2
                    "pictures": 4      | "pictures": 0      | pictures is 0, expected at least 1
                    "path": "p", "size": 128 | "path": "p", "size": 8 | size is 8, expected 16 to 4096
                    ["house", "tree"]  | ["tree", "tree"]   | objects are [tree, tree], expected at least one, and none twice
                    ["house", "tree"]  | []                 | objects are [], expected at least one, and none twice
                    "steps": 10        | "steps": 10, "device": "tpu" | there is no device 'tpu'; expected cpu, cuda or cuda:N
                    """)
    void aValueOutOfBoundsIsRefusedByItsName(String good, String bad, String message) {
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> read(FILE.replace(good, bad)));
        assertEquals(folder.resolve("run.json") + ": " + message, refused.getMessage());
    }

    @Test
    void aSettingOfAStageIsRefusedByItsName() throws IOException {
        RunConfig run = read(FILE.replace("\"references\": 0.25", "\"references\": 2"));
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> run.settings(StyleStage.Settings.class));
        assertEquals("settings: references is 2.0, expected 0.0 to 1.0", refused.getMessage());
    }

    private RunConfig read(String text) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, text);
        return RunConfig.read(file);
    }
}
