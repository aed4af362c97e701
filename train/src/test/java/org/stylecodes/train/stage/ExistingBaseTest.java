package org.stylecodes.train.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Device;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Part;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.pipeline.StyleEncoder;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.Stages;
import org.stylecodes.train.TinyModel;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.loop.Trainer;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.scene.SceneFolder;
import org.stylecodes.train.scene.SceneObject;

/** Trains codes from a folder of pictures for an existing base of the Stable Diffusion 1.5 family that has an image encoder. */
class ExistingBaseTest {
    private static final String STYLE = """
            {"id": "house", "quantizer": "tanh", "feature_layer": -2, "pre_resize": 48,
             "autoencoder": {"features": 48, "latent": 20, "width": 32, "heads": 2, "attention_layers": 1,
                             "decoder_layers": 1, "feed_forward": 64, "channels": 64},
             "defaults": {"strength": 1, "guidance": 2, "style_guidance": 1.5, "guidance_mode": "joint", "steps": 2,
                          "sampler": "ddim", "width": 64, "height": 64},
             "provenance": {}}
            """;

    private static final ObjectNode KEPT = TinyModel.settings("vision").put("tower", "kept");

    @TempDir
    Path folder;

    private Path model;
    private Path pictures;

    @BeforeEach
    void aBaseAndPictures() throws Exception {
        model = folder.resolve("model");
        TinyModel.copy(TinyModel.resource("/golden/tiny-sd15"), model);
        Files.delete(model.resolve("stylecodes.safetensors"));
        Files.createDirectories(model.resolve("style"));
        Files.writeString(model.resolve("style").resolve("config.json"), STYLE);
        pictures = folder.resolve("pictures");
        new SceneFolder(0, 6, 2, List.of(SceneObject.HOUSE, SceneObject.STAR), 0, 80).write(pictures);
    }

    @Test
    void imageEncoderAndBaseDoNotChangeAndTheModelGetsCodes() throws Exception {
        byte[] encoder = bytes(Part.IMAGE_ENCODER, "model");
        byte[] unet = bytes(Part.UNET, "diffusion_pytorch_model");
        train("vision", KEPT);
        train("style", TinyModel.settings("style"));
        assertArrayEquals(encoder, bytes(Part.IMAGE_ENCODER, "model"));
        assertArrayEquals(unet, bytes(Part.UNET, "diffusion_pytorch_model"));
        try (StyleCodes opened = StyleCodes.open(model)) {
            StyleCode code = opened.encode(picture());
            Picture drawn = opened.generate(Request.of("a house").style(code)).first();
            assertEquals("64x64", drawn.width() + "x" + drawn.height());
        }
    }

    @Test
    void codesInTrainingAreThoseOfTheFinishedModel() throws Exception {
        train("vision", KEPT);
        train("style", TinyModel.settings("style"));
        float[] inTraining;
        try (FrozenModel parts = FrozenModel.of(new ModelParts(model), Device.CPU)) {
            inTraining = Tensors.floats(parts.encoder().values(1, i -> picture()));
        }
        try (Networks networks = Networks.open(model)) {
            StyleCode code = new StyleEncoder(networks).encode(picture());
            for (int i = 0; i < StyleCode.LENGTH; i++) {
                assertEquals(code.level(i), Math.round((inTraining[i] + 1) * 63 / 2), "level " + i);
            }
        }
    }

    @Test
    void onlyTheEncodingHalfIsTrainedIfTheImageEncoderIsKept() {
        try (Stage stage = Stages.of("vision", run("vision", KEPT))) {
            assertFalse(
                    stage.initial().keySet().stream().anyMatch(name -> name.startsWith("image_encoder.")),
                    "the image encoder is among what is trained");
        }
    }

    @Test
    void anExistingImageEncoderIsNotReplacedUnlessRequested() {
        String refusal =
                model.resolve("image_encoder") + " has weights that this stage did not train; choose in its settings"
                        + " what to do with them: \"tower\": \"kept\" makes codes with them as they are, and \"tower\":"
                        + " \"trained\" replaces them";
        RunConfig silent = run("vision", TinyModel.settings("vision"));
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> Stages.of("vision", silent));
        assertEquals(refusal, refused.getMessage());
        train("vision", KEPT);
        InvalidRequestException again = assertThrows(InvalidRequestException.class, () -> Stages.of("vision", silent));
        assertEquals(refusal, again.getMessage());
    }

    @Test
    void anImageEncoderThatTheStageTrainedIsTrainedAgainByDefault() {
        ObjectNode trained = TinyModel.settings("vision").put("tower", "trained");
        try (Stage replacing = Stages.of("vision", run("vision", trained))) {
            new Trainer(replacing, TinyModel.plan(2), folder.resolve("run").resolve("vision"), report -> true).run();
        }
        try (Stage again = Stages.of("vision", run("vision", TinyModel.settings("vision")))) {
            assertTrue(again.settings().contains("tower=TRAINED"), again.settings());
        }
    }

    @Test
    void aFolderWithoutAnImageEncoderToKeepSaysSo() throws Exception {
        Files.delete(model.resolve("image_encoder").resolve("model.safetensors"));
        RunConfig run = run("vision", KEPT);
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> Stages.of("vision", run));
        assertTrue(
                refused.getMessage().contains("no weights in " + model.resolve("image_encoder")), refused.getMessage());
    }

    @Test
    void onlyOnePictureIsHeldAtATime() {
        train("vision", KEPT);
        List<WeakReference<Picture>> read = new ArrayList<>();
        try (FrozenModel parts = FrozenModel.of(new ModelParts(model), Device.CPU)) {
            parts.encoder().values(3, i -> {
                System.gc();
                assertTrue(read.stream().allMatch(earlier -> earlier.get() == null), "before picture " + i);
                Picture picture = picture();
                read.add(new WeakReference<>(picture));
                return picture;
            });
        }
        assertEquals(3, read.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vision | style/config.json  | "features": 48 | "features": 32 | the feature width of the style autoencoder is 32, but the width of the image encoder is 48
            vision | style/config.json  | "feature_layer": -2 | "feature_layer": 9 | feature_layer: there is no hidden state 9 in a vision tower of
            vision | image_encoder/preprocessor_config.json | "height": 32 | "height": 16 | size: is 32x16, but the image encoder reads pictures of 32x32
            style  | style/config.json  | "channels": 64 | "channels": 32 | the channel count of the style map is 32, but the channel count of the UNet's bottleneck is 64
            """)
    void partsThatDoNotFitAreRefusedBeforeAnythingIsComputed(
            String stage, String file, String from, String to, String message) throws IOException {
        train("vision", KEPT);
        Path config = model.resolve(file);
        String text = Files.readString(config).replaceAll("\"\\s*:\\s*", "\": ");
        assertTrue(text.contains(from), text);
        Files.writeString(config, text.replace(from, to));
        RunConfig run = run(stage, stage.equals("vision") ? KEPT : TinyModel.settings(stage));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> Stages.of(stage, run));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("run").resolve("latents")));
    }

    @Test
    void theStylePartIsReadCompletelyBecauseTheStageReplacesItsFile() throws IOException {
        train("vision", KEPT);
        Path file = model.resolve("style").resolve("diffusion_pytorch_model.safetensors");
        try (FrozenModel parts = FrozenModel.of(new ModelParts(model), Device.CPU)) {
            float[] before = Tensors.floats(parts.encoder().values(1, i -> picture()));
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate((int) channel.size()));
            }
            assertArrayEquals(before, Tensors.floats(parts.encoder().values(1, i -> picture())));
        }
    }

    private Picture picture() {
        try (Stream<Path> files = Files.walk(pictures)) {
            return Pictures.read(files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .findFirst()
                    .orElseThrow());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] bytes(Part part, String stem) throws IOException {
        return Files.readAllBytes(model.resolve(part.folder()).resolve(stem + ".safetensors"));
    }

    private RunConfig run(String stage, ObjectNode settings) {
        RunConfig.Data data = new RunConfig.Data(null, new RunConfig.Folder(pictures.toString(), 64));
        return new RunConfig(
                model.toString(),
                null,
                folder.resolve("run").resolve(stage).toString(),
                TinyModel.plan(2),
                data,
                data,
                settings);
    }

    private void train(String stage, ObjectNode settings) {
        RunConfig run = run(stage, settings);
        try (Stage made = Stages.of(stage, run)) {
            new Trainer(made, run.plan(), Path.of(run.run()), report -> true).run();
        }
    }
}
