package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.Guidance;
import org.stylecodes.ModelInfo;
import org.stylecodes.Size;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;

class NetworksTest {
    private static final String RELEASED = "stylecodes.safetensors";

    @TempDir
    Path folder;

    @Test
    void theReleasedCheckpointDrawsInTheSizeOfItsBase() throws IOException {
        copy(RELEASED);
        try (Networks networks = Networks.open(folder)) {
            ModelInfo info = networks.info();
            assertEquals(new Size(128, 128), info.size());
            assertEquals(8, info.sizeStep());
            assertEquals(Guidance.reference(3), info.guidance());
        }
    }

    @Test
    void everyPartCountsItsParameters() throws IOException {
        copy(RELEASED);
        try (Networks networks = Networks.open(folder)) {
            long stored = Golden.open("tiny-sd15/" + RELEASED).tensors().values().stream()
                    .mapToLong(tensor -> tensor.numel())
                    .sum();
            assertEquals(stored, networks.info().parameters().get("style"));
        }
    }

    @Test
    void aStyleFolderHasItsOwnDefaults() throws IOException {
        copy(RELEASED);
        ObjectNode config;
        try (Networks released = Networks.open(folder)) {
            config = released.configs().style().toJson();
            config.put("id", "mine");
            config.withObject("defaults")
                    .put("guidance_mode", "joint")
                    .put("guidance", 2)
                    .put("width", 64);
            ModelFolder.write(folder, Part.STYLE, config, released.styleTensors(), true);
        }
        try (Networks networks = Networks.open(folder)) {
            assertEquals("mine", networks.info().id());
            assertEquals(Guidance.joint(2), networks.info().guidance());
            assertEquals(new Size(64, 512), networks.info().size());
        }
    }

    @Test
    void aFolderWithoutCodesSaysWhatToDo() throws IOException {
        copy();
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(folder))
                .getMessage();
        assertTrue(message.contains("no style part"), message);
    }

    @Test
    void aPreprocessorForAnotherImageEncoderIsRefused() throws IOException {
        String preprocessor = "image_encoder/preprocessor_config.json";
        copy(RELEASED, preprocessor);
        Path file = folder.resolve(preprocessor);
        Files.writeString(file, Files.readString(file).replaceAll("\"width\": *\\d+", "\"width\": 24"));
        try (Networks networks = Networks.open(folder)) {
            ModelFormatException refused = assertThrows(ModelFormatException.class, networks::preprocessor);
            assertTrue(
                    refused.getMessage().contains("size: is 24x32, but the image encoder reads"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unet, cross_attention_dim, 32, text",
        "unet, in_channels, 9, input",
        "unet, out_channels, 8, output",
        "vae, latent_channels, 16, latent channel",
        "text_encoder, hidden_size, 32, text",
        "image_encoder, hidden_size, 64, feature width"
    })
    void partsThatDoNotFitAreRefused(String part, String key, int value, String named) throws IOException {
        copy(RELEASED);
        Path file = folder.resolve(part).resolve("config.json");
        ObjectNode config = (ObjectNode) Golden.json("tiny-sd15/" + part + "/config.json");
        Files.writeString(file, config.put(key, value).toString());
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(folder))
                .getMessage();
        assertTrue(message.contains(named) && message.contains("do not fit"), message);
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "64, 1", "72, 2", "128, 2", "136, 3", "520, 9"})
    void theBottleneckHasEveryEighthLatentRoundedUp(int pixels, int positions) throws IOException {
        copy(RELEASED);
        try (Networks networks = Networks.open(folder)) {
            assertEquals(positions, networks.configs().bottleneck(pixels));
        }
    }

    // Weights are not needed until a network is used.
    private void copy(String... more) throws IOException {
        List<String> configs = List.of(
                "model_index.json",
                "unet/config.json",
                "vae/config.json",
                "text_encoder/config.json",
                "image_encoder/config.json");
        for (List<String> names : List.of(configs, List.of(more))) {
            for (String name : names) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.copy(Golden.path("tiny-sd15").resolve(name), file);
            }
        }
    }
}
