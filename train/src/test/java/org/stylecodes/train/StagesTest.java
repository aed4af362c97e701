package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.tensor.Tensors;

class StagesTest {
    private static final RunConfig.Data SCENES =
            new RunConfig.Data(new RunConfig.Scenes(0, 6, 2, 32, List.of("house", "star")), null);
    private static final RunConfig.Data UNSEEN =
            new RunConfig.Data(new RunConfig.Scenes(1000, 100, 2, 32, List.of("house", "star")), null);

    @TempDir
    Path folder;

    @Test
    void allStagesTogetherMakeAModelThatEncodesAndDraws() throws Exception {
        train("vae", vaeSettings());
        train("vision", visionSettings());
        train("base", baseSettings());
        train("style", styleSettings());
        Path released = folder.resolve("released");
        ModelRelease.write(folder.resolve("model"), released);
        try (StyleCodes model = StyleCodes.open(released)) {
            StyleCode code =
                    model.encode(ScenePictures.of(UNSEEN.scenes()).sample(0, 0).picture());
            Picture picture = model.generate(Request.of("a house").style(code)).first();
            assertEquals("32x32", picture.width() + "x" + picture.height());
            assertEquals("tiny", model.id());
        }
    }

    @Test
    void theStyleStageMakesADecoderForTheBaseThereIs() throws Exception {
        Path model = folder.resolve("model");
        Path style = model.resolve("style");
        train("vae", vaeSettings());
        change(style.resolve("config.json"), "\"decoder_layers\":1", "\"decoder_layers\":2");
        train("vision", visionSettings());
        change(style.resolve("config.json"), "\"decoder_layers\":2", "\"decoder_layers\":1");
        change(style.resolve("config.json"), "\"channels\":32", "\"channels\":16");
        change(model.resolve("unet").resolve("config.json"), "[16,32]", "[16,16]");
        train("base", baseSettings());
        train("style", styleSettings());
        try (Networks networks = Networks.open(model);
                Safetensors stored = Safetensors.open(style.resolve("diffusion_pytorch_model.safetensors"))) {
            Set<String> wanted =
                    new TreeSet<>(networks.configs().outline(Part.STYLE).keySet());
            wanted.remove("sref_autoencoder.pos_encoder.pe"); // computed where it is not stored
            assertEquals(wanted, stored.names());
            assertArrayEquals(new long[] {16, 32}, Tensors.shape(stored.tensor("sref_autoencoder.output_proj.weight")));
        }
    }

    @Test
    void aStageWhosePredecessorIsMissingSaysSo() {
        TrainingException refused = assertThrows(TrainingException.class, () -> train("base", baseSettings()));
        assertTrue(refused.getMessage().contains("vae"), refused.getMessage());
    }

    @Test
    void anUnknownStageIsRefusedWithThoseThereAre() {
        TrainingException refused = assertThrows(TrainingException.class, () -> train("magic", settings()));
        assertTrue(refused.getMessage().contains("[vae, vision, base, style, judge]"), refused.getMessage());
    }

    private static void change(Path json, String from, String to) throws IOException {
        String text = new ObjectMapper().readTree(Files.readString(json)).toString();
        assertTrue(text.contains(from), text);
        Files.writeString(json, text.replace(from, to));
    }

    private static ObjectNode vaeSettings() {
        return settings()
                .put("crop", 16)
                .put("gradientWeight", 0.5)
                .put("chromaWeight", 1.0)
                .put("divergenceWeight", 5e-4);
    }

    private static ObjectNode visionSettings() {
        return settings().put("references", 0.3).put("foretellWeight", 0.3);
    }

    private static ObjectNode baseSettings() {
        return settings().put("emptyCaptions", 0.1);
    }

    private static ObjectNode styleSettings() {
        return settings().put("emptyCaptions", 0.05).put("references", 0.3);
    }

    private static ObjectNode settings() {
        return new ObjectMapper().createObjectNode();
    }

    private void train(String stage, ObjectNode settings) throws URISyntaxException {
        TrainingPlan plan = new TrainingPlan(1, 2, 4, 2, 1e-3, 0, 0, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 1);
        Path template = Path.of(StagesTest.class.getResource("/tiny-model").toURI());
        RunConfig run = new RunConfig(
                folder.resolve("model").toString(),
                template.toString(),
                folder.resolve("run").resolve(stage).toString(),
                plan,
                SCENES,
                UNSEEN,
                settings);
        new Trainer(Stages.of(stage, run), plan, Path.of(run.run()), report -> true).run();
        assertTrue(Files.exists(Path.of(run.run()).resolve("metrics.jsonl")));
    }
}
