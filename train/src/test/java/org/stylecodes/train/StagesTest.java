package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.model.ModelRelease;

class StagesTest {
    @TempDir
    Path folder;

    private TinyModel model;

    @BeforeEach
    void aFolder() {
        model = new TinyModel(folder);
    }

    @Test
    void allStagesTogetherMakeAModelThatEncodesAndDraws() throws Exception {
        model.train("vae");
        model.train("vision");
        model.train("base");
        model.train("style");
        Path released = folder.resolve("released");
        ModelRelease.write(model.model(), released);
        try (StyleCodes opened = StyleCodes.open(released)) {
            StyleCode code = opened.encode(
                    ScenePictures.of(TinyModel.UNSEEN.scenes()).sample(0, 0).picture());
            Picture picture = opened.generate(Request.of("a house").style(code)).first();
            assertEquals("32x32", picture.width() + "x" + picture.height());
            assertEquals("tiny", opened.id());
        }
    }

    @Test
    void theStyleStageMakesADecoderForAnExistingBase() throws Exception {
        Path style = model.model().resolve("style");
        model.train("vae");
        change(style.resolve("config.json"), "\"decoder_layers\":1", "\"decoder_layers\":2");
        model.train("vision");
        change(style.resolve("config.json"), "\"decoder_layers\":2", "\"decoder_layers\":1");
        change(style.resolve("config.json"), "\"channels\":32", "\"channels\":16");
        change(model.model().resolve("unet").resolve("config.json"), "[16,32]", "[16,16]");
        model.train("base");
        model.train("style");
        try (Networks networks = Networks.open(model.model());
                Safetensors stored = Safetensors.open(style.resolve("diffusion_pytorch_model.safetensors"))) {
            Set<String> wanted =
                    new TreeSet<>(networks.configs().outline(Part.STYLE).keySet());
            wanted.remove("sref_autoencoder.pos_encoder.pe"); // optional; computed if it is not stored
            assertEquals(wanted, stored.names());
            assertArrayEquals(new long[] {16, 32}, Tensors.shape(stored.tensor("sref_autoencoder.output_proj.weight")));
        }
    }

    @Test
    void aStageWhosePredecessorIsMissingSaysSo() {
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> model.train("base"));
        assertTrue(refused.getMessage().contains("vae"), refused.getMessage());
    }

    @Test
    void anUnknownStageIsRefusedWithAListOfStages() {
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> model.train("magic"));
        assertTrue(refused.getMessage().contains("[vae, vision, base, style, judge]"), refused.getMessage());
    }

    @Test
    void aModelThatLacksAPartIsNotReleased() throws Exception {
        List.of("vae", "vision", "base").forEach(model::train);
        Path released = folder.resolve("released");
        ModelFormatException refused =
                assertThrows(ModelFormatException.class, () -> ModelRelease.write(model.model(), released));
        assertTrue(refused.getMessage().contains("style"), refused.getMessage());
        assertFalse(Files.exists(released));
    }

    @Test
    void aModelIsNotReleasedOntoItself() {
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> ModelRelease.write(model.model(), model.model().resolve("../model")));
        assertTrue(refused.getMessage().contains("is the folder of the model itself"), refused.getMessage());
    }

    @Test
    void aCropThatIsNotAMultipleOfTheFactorIsRefused() {
        RunConfig run = model.config("vae", TinyModel.plan(2));
        RunConfig odd = new RunConfig(
                run.model(),
                run.template(),
                run.run(),
                run.plan(),
                run.data(),
                run.unseen(),
                TinyModel.settings("vae").put("crop", 18));
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Stages.of("vae", odd));
        assertEquals(
                "crop is 18, expected a multiple of 4, the number of pixels along the side of a latent position",
                refused.getMessage());
    }

    @Test
    void theJudgeIsValidatedOnTheObjectsThatItLearns() {
        RunConfig run = model.config("judge", TinyModel.plan(2));
        RunConfig.Data other = new RunConfig.Data(new RunConfig.Scenes(1000, 8, 2, 32, List.of("star", "house")), null);
        RunConfig odd =
                new RunConfig(run.model(), run.template(), run.run(), run.plan(), run.data(), other, run.settings());
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Stages.of("judge", odd));
        assertEquals(
                "the objects of unseen are [star, house]; expected those of data in the same order, [house, star]",
                refused.getMessage());
    }

    @Test
    void settingsOfTheBaseAreRefusedBeforeATokenizerIsWritten() {
        model.train("vae");
        RunConfig run = model.config("base", TinyModel.plan(2));
        RunConfig odd = new RunConfig(
                run.model(),
                run.template(),
                run.run(),
                run.plan(),
                run.data(),
                run.unseen(),
                TinyModel.settings("base").put("emptyCaptions", 2));
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Stages.of("base", odd));
        assertEquals("settings: emptyCaptions is 2.0, expected 0.0 to 1.0", refused.getMessage());
        assertFalse(Files.exists(model.model().resolve("tokenizer").resolve("vocab.json")));
    }

    private static void change(Path json, String from, String to) throws IOException {
        String text = new ObjectMapper().readTree(Files.readString(json)).toString();
        assertTrue(text.contains(from), text);
        Files.writeString(json, text.replace(from, to));
    }
}
