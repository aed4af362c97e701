package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;

class StagesTest {
    private static final RunConfig.Data SCENES =
            new RunConfig.Data(new RunConfig.Scenes(0, 6, 2, 32, List.of("house", "star")), null);
    private static final RunConfig.Data UNSEEN =
            new RunConfig.Data(new RunConfig.Scenes(1000, 100, 2, 32, List.of("house", "star")), null);

    @TempDir
    Path folder;

    @Test
    void allStagesTogetherMakeAModelThatEncodesAndDraws() throws Exception {
        train(
                "vae",
                settings()
                        .put("crop", 16)
                        .put("gradientWeight", 0.5)
                        .put("chromaWeight", 1.0)
                        .put("divergenceWeight", 5e-4));
        train("vision", settings().put("references", 0.3).put("foretellWeight", 0.3));
        train("base", settings().put("emptyCaptions", 0.1));
        train("style", settings().put("emptyCaptions", 0.05).put("references", 0.3));
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
    void aStageWhosePredecessorIsMissingSaysSo() {
        TrainingException refused = assertThrows(
                TrainingException.class, () -> train("base", settings().put("emptyCaptions", 0.1)));
        assertTrue(refused.getMessage().contains("vae"), refused.getMessage());
    }

    @Test
    void anUnknownStageIsRefusedWithThoseThereAre() {
        TrainingException refused = assertThrows(TrainingException.class, () -> train("magic", settings()));
        assertTrue(refused.getMessage().contains("[vae, vision, base, style, judge]"), refused.getMessage());
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
