package org.stylecodes.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Placement;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.Config;
import org.stylecodes.format.JsonFile;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.data.ScenePictures;
import org.stylecodes.train.model.ModelRelease;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/** Trains and releases a model with folded latents, a base that reads codes, and an image encoder of textures. */
class TexturePartsTest {
    @TempDir
    Path folder;

    private TinyModel model;

    @BeforeEach
    void aFolder() {
        model = new TinyModel(folder);
        TinyModel.copy(TinyModel.resource("/tiny-model"), model.model());
        change("vae", config -> config.put("latent_patch_size", 2));
        change("unet", config -> config.put("in_channels", 16).put("out_channels", 16));
        change("image_encoder", config -> {
            config.removeAll();
            config.put("model_type", "stylecodes_texture_model")
                    .put("image_size", 32)
                    .put("norm_num_groups", 4)
                    .put("hidden_size", 32);
            config.putArray("block_out_channels").add(8).add(12);
        });
    }

    @Test
    void allPartsAreTrainedAndReleasedInHalfPrecision() throws Exception {
        model.trainPredecessors();
        addLayersForCodes();
        model.train("style");
        Path released = folder.resolve("released");
        ModelRelease.write(model.model(), released);
        try (StyleCodes trained = StyleCodes.open(model.model(), Placement.CPU);
                StyleCodes opened = StyleCodes.open(released, Placement.CPU)) {
            Picture reference =
                    ScenePictures.of(TinyModel.UNSEEN.scenes()).sample(0, 0).picture();
            StyleCode code = opened.encode(reference);
            assertEquals(0, trained.encode(reference).distance(code), 0.1); // the weights of the release are rounded
            Request request = Request.of("a house").seed(1);
            Picture plain = opened.generate(request).first();
            assertEquals("32x32", plain.width() + "x" + plain.height());
            assertNotEquals(plain, opened.generate(request.style(code)).first());
            assertEquals(plain, opened.generate(request.style(code).strength(0)).first());
        }
        assertEquals(
                Files.readString(model.model().resolve("vae/config.json")),
                Files.readString(released.resolve("vae/config.json")));
    }

    @Test
    void theStageWithoutCodesRefusesABaseThatReadsThem() {
        model.train("vae");
        change("unet", config -> config.put("style_code_dim", 20));
        InvalidRequestException refused = assertThrows(InvalidRequestException.class, () -> model.train("base"));
        assertEquals(
                "the stage base trains without codes, but "
                        + model.model().resolve("unet").resolve("config.json")
                        + " has style_code_dim; remove it, so that the style enters by the control branch alone",
                refused.getMessage());
        assertFalse(Files.exists(model.model().resolve("tokenizer")));
    }

    // As if the base had been trained with codes
    private void addLayersForCodes() {
        change("unet", config -> config.put("style_code_dim", 20));
        ObjectNode config = config("unet");
        Map<String, Tensor> tensors = new TreeMap<>();
        UNet.of(
                UNetConfig.of(Config.of("unet/config.json", config)),
                Weights.fresh(tensors, torch.make_generator_cpu(1)));
        Map<String, Tensor> trained = Safetensors.load(ModelFolder.weightsFile(model.model(), "unet"));
        tensors.putAll(trained);
        ModelFolder.write(model.model(), "unet", config, tensors, false);
    }

    private void change(String part, Consumer<ObjectNode> change) {
        ObjectNode config = config(part);
        change.accept(config);
        JsonFile.write(file(part), config);
    }

    private ObjectNode config(String part) {
        return (ObjectNode) JsonFile.read(file(part));
    }

    private Path file(String part) {
        return model.model().resolve(part).resolve("config.json");
    }
}
