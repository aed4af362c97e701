package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.stage.StageInput;
import org.stylecodes.train.stage.VaeStage;

class TrainerTest {
    private static final String CONFIG = """
            {"block_out_channels": [8, 8], "down_block_types": ["DownEncoderBlock2D", "DownEncoderBlock2D"],
             "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D"], "latent_channels": 2, "norm_num_groups": 4,
             "mid_block_add_attention": false, "use_quant_conv": false, "use_post_quant_conv": false}
            """;

    @TempDir
    Path folder;

    @Test
    void theLossFalls() throws IOException {
        List<Double> losses = new ArrayList<>();
        trainer("run", plan(60, 3e-3), report -> losses.add(report.terms().get("loss")))
                .run();
        double start = mean(losses.subList(0, 5));
        double end = mean(losses.subList(50, 60));
        assertTrue(end < 0.8 * start, "from " + start + " to " + end);
    }

    @Test
    void aCheckpointOfOtherSettingsIsRefused() throws IOException {
        trainer("run", plan(2, 3e-3), report -> true).run();
        Trainer other = trainer("run", plan(2, 2e-3), report -> true);
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, other::run);
        assertTrue(refused.getMessage().contains("other settings"), refused.getMessage());
    }

    @Test
    void aFileThatIsNotACheckpointIsNamed() throws IOException {
        Trainer trainer = trainer("run", plan(2, 3e-3), report -> true);
        Path file = folder.resolve("run").resolve("checkpoint.safetensors");
        Safetensors.write(file, Map.of(), Map.of("step", "1"));
        ModelFormatException refused = assertThrows(ModelFormatException.class, trainer::run);
        assertEquals(file + ": settings: is missing; expected the checkpoint of a run", refused.getMessage());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static TrainingPlan plan(long steps, double rate) {
        return new TrainingPlan(
                5, steps, 4, 2, rate, 2, 0.3, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 50, Precision.FLOAT32, false, "cpu");
    }

    private Trainer trainer(String run, TrainingPlan plan, Trainer.ReportListener listener) throws IOException {
        Path model = folder.resolve(run).resolve("model");
        Files.createDirectories(model.resolve("vae"));
        Files.writeString(model.resolve("vae").resolve("config.json"), CONFIG);
        ScenePictures scenes = ScenePictures.of(new RunConfig.Scenes(0, 8, 2, 32, List.of("house", "star")));
        VaeStage stage = new VaeStage(
                new VaeStage.Settings(16, 0.5, 1, 5e-4),
                new StageInput(new ModelParts(model), scenes, scenes, Device.CPU));
        return new Trainer(stage, plan, folder.resolve(run), listener);
    }
}
