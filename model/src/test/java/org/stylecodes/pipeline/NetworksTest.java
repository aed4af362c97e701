package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.ModelInfo;
import org.stylecodes.Placement;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.format.Safetensors;
import org.stylecodes.image.Picture;
import org.stylecodes.sampler.Sampler;

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
            assertEquals(
                    Guidance.joint(3).textWithin(new Interval(0, 0.6)).styleWithin(new Interval(0, 0.8)),
                    info.guidance());
            assertEquals(10, info.steps());
            assertEquals(Sampler.UNIPC, info.sampler());
        }
    }

    @Test
    void theEncoderOfTheVaeIsReadForAStartPictureOnly() throws IOException {
        copyAll();
        Path vae = folder.resolve("vae/diffusion_pytorch_model.safetensors");
        SortedMap<String, Tensor> tensors = Safetensors.load(vae);
        SortedMap<String, Tensor> decoder = new TreeMap<>(tensors);
        decoder.keySet().removeIf(name -> name.startsWith("encoder."));
        Safetensors.write(vae, decoder, Map.of());
        tensors.values().forEach(Tensor::close);
        try (StyleCodes model = StyleCodes.open(folder, Placement.CPU)) {
            Request request = Request.of("a house").steps(1).size(64, 64).seed(1);
            Picture drawn = model.generate(request).first();
            assertEquals(64, drawn.width());
            assertThrows(ModelFormatException.class, () -> model.generate(request.init(drawn, 1)));
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
                    .put("width", 64)
                    .remove(List.of("guidance_interval", "style_interval"));
            ModelFolder.write(folder, Part.STYLE.folder(), config, released.styleTensors(), true);
        }
        try (Networks networks = Networks.open(folder)) {
            assertEquals("mine", networks.info().id());
            assertEquals(
                    Guidance.joint(2).textWithin(Interval.ALL).styleWithin(Interval.ALL),
                    networks.info().guidance());
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

    @Test
    void defaultsThatTheVaeCannotDecodeAreRefused() throws IOException {
        copy(RELEASED);
        try (Networks released = Networks.open(folder)) {
            ObjectNode style = released.configs().style().toJson();
            style.withObject("defaults").put("width", 72);
            ModelFolder.write(folder, Part.STYLE.folder(), style, released.styleTensors(), true);
        }
        ObjectNode vae = (ObjectNode) Golden.json("tiny-sd15/vae/config.json");
        vae.withArray("block_out_channels").add(32);
        vae.withArray("down_block_types").add("DownEncoderBlock2D");
        vae.withArray("up_block_types").add("UpDecoderBlock2D");
        Files.writeString(folder.resolve("vae/config.json"), vae.toString());
        String message = assertThrows(ModelFormatException.class, () -> Networks.open(folder))
                .getMessage();
        assertTrue(message.contains("width is 72, but the VAE needs multiples of 16 pixels"), message);
    }

    @Test
    void aBaseForPicturesThatAreTooLargeIsRefused() throws IOException {
        copy(RELEASED);
        ObjectNode unet = (ObjectNode) Golden.json("tiny-sd15/unet/config.json");
        Files.writeString(
                folder.resolve("unet/config.json"),
                unet.put("sample_size", 1000).toString());
        try (Networks networks = Networks.open(folder)) {
            String message =
                    assertThrows(ModelFormatException.class, networks::info).getMessage();
            assertTrue(message.contains("sample_size of the UNet is 1000"), message);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aModelThatCannotBeDescribedLeavesNoFileOpen() throws IOException {
        copy(RELEASED);
        Path words = folder.resolve("tokenizer/tokenizer_config.json");
        Files.createDirectories(words.getParent());
        Files.writeString(words, "{\"words\": 3}");
        Files.writeString(words.resolveSibling("vocab.json"), "{}");
        AtomicBoolean closed = new AtomicBoolean();
        assertThrows(ModelFormatException.class, () -> LocalModel.open(folder, Placement.CPU, () -> closed.set(true)));
        assertTrue(closed.get());
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            List<Path> open = links.flatMap(NetworksTest::target)
                    .filter(file -> file.startsWith(folder))
                    .toList();
            assertEquals(List.of(), open);
        }
    }

    private static Stream<Path> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
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
    private void copyAll() throws IOException {
        Path model = Golden.path("tiny-sd15");
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(model.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

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
