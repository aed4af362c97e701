package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;

/** A single-file checkpoint with a text encoder of zeros and without UNet and VAE, in a folder with the parts of the golden model. */
class SingleFileModelTest {
    @TempDir
    Path folder;

    private Path checkpoint;

    @BeforeEach
    void write() throws IOException {
        checkpoint = folder.resolve("dreamy.safetensors");
        Map<String, Tensor> tensors = new TreeMap<>();
        Scope.run(() -> {
            Golden.open("tiny-sd15/text_encoder/model.safetensors")
                    .tensors()
                    .forEach((name, tensor) ->
                            tensors.put("cond_stage_model.transformer." + name, torch.zeros_like(tensor)));
            Safetensors.write(checkpoint, tensors, Map.of());
        });
    }

    @Test
    void partsOfTheFileComeBeforeThoseOfItsFolder() throws IOException {
        copy(
                "unet/config.json",
                "vae/config.json",
                "vae/diffusion_pytorch_model.safetensors",
                "text_encoder/config.json");
        copy("text_encoder/model.safetensors", "image_encoder/config.json", "stylecodes.safetensors");
        try (Networks networks = Networks.open(checkpoint)) {
            Scope.run(() -> {
                assertEquals(0, networks.textEncoder().tokens().abs().sum().item_double());
                assertEquals(4, networks.vae().config().latentChannels());
            });
        }
    }

    @Test
    void withoutConfigurationsThoseOfStableDiffusionAreUsed() {
        try (ModelFolder model = ModelFolder.open(checkpoint)) {
            assertEquals(768, model.config(Part.UNET).integer("cross_attention_dim"));
            assertEquals(4, model.config(Part.VAE).integer("latent_channels"));
            assertEquals(49408, model.config(Part.TEXT_ENCODER).integer("vocab_size"));
            assertEquals(1, model.scheduler().integer("steps_offset"));
        }
    }

    @Test
    void configurationsInItsFolderAreUsed() throws IOException {
        copy("unet/config.json");
        try (ModelFolder model = ModelFolder.open(checkpoint)) {
            assertEquals(64, model.config(Part.UNET).integer("cross_attention_dim"));
        }
    }

    @Test
    void aMissingPartIsNamedWithItsExpectedPath() throws IOException {
        copy("unet/config.json", "vae/config.json", "text_encoder/config.json", "stylecodes.safetensors");
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(checkpoint))
                .getMessage();
        String missing = checkpoint + ": there is no " + folder.resolve("image_encoder/config.json");
        assertTrue(message.startsWith(missing), message);
    }

    @Test
    void aMissingTokenizerIsNamedToo() {
        try (ModelFolder model = ModelFolder.open(checkpoint)) {
            String message =
                    assertThrows(ModelFormatException.class, model::tokenizer).getMessage();
            String missing = checkpoint + ": there is no " + folder.resolve("tokenizer/vocab.json");
            assertTrue(message.startsWith(missing), message);
        }
    }

    @Test
    void aFileThatIsNotACheckpointIsRefusedAtOnce() throws IOException {
        copy("stylecodes.safetensors");
        String message = assertThrows(
                        ModelFormatException.class, () -> Networks.open(folder.resolve("stylecodes.safetensors")))
                .getMessage();
        assertTrue(message.contains("is not a single-file checkpoint"), message);
    }

    private void copy(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(Golden.path("tiny-sd15").resolve(name), file);
        }
    }
}
