package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class ModelFolderTest {
    @TempDir
    Path folder;

    @Test
    void readsConfigurationsAndWeightsOfEveryPart() {
        try (ModelFolder model = ModelFolder.open(Golden.path("tiny-sd15"))) {
            assertTrue(model.has(Part.UNET));
            assertFalse(model.has(Part.STYLE));
            assertEquals(2, model.config(Part.UNET).integer("layers_per_block"));
            assertTrue(model.weights(Part.IMAGE_ENCODER)
                    .at("vision_model.post_layernorm")
                    .has("weight"));
            assertEquals(
                    "PNDMScheduler",
                    model.json("scheduler/scheduler_config.json")
                            .get("_class_name")
                            .asText());
        }
    }

    @Test
    void givesHalfPrecisionWeightsAsFloat32() {
        try (ModelFolder model = ModelFolder.open(Golden.path("tiny-sd15"))) {
            Tensor bias = model.weights(Part.VAE).at("decoder.conv_in").tensor("bias", Init.ZEROS, 32);
            assertEquals(ScalarType.Float, bias.scalar_type().intern());
        }
    }

    @Test
    void pyTorchFilesStayInMemoryAsAWhole() throws IOException {
        JsonFile.write(folder.resolve("model_index.json"), JsonNodeFactory.instance.objectNode());
        write("unet/diffusion_pytorch_model.bin", 'P', 'K', 3, 4, 0, 0, 0);
        write("vae/diffusion_pytorch_model.safetensors", 8, 0, 0, 0, 0, 0, 0, 0, 0);
        try (ModelFolder model = ModelFolder.open(folder)) {
            assertEquals(7, model.heldBytes(List.of(Part.UNET, Part.VAE)));
        }
        Path checkpoint = write("model.ckpt", 'P', 'K', 3, 4, 0);
        try (ModelFolder model = ModelFolder.open(checkpoint)) {
            assertEquals(5, model.heldBytes(List.of(Part.UNET, Part.VAE)));
        }
    }

    private Path write(String name, int... bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ByteBuffer content = ByteBuffer.allocate(bytes.length);
        for (int value : bytes) {
            content.put((byte) value);
        }
        return Files.write(file, content.array());
    }

    @Test
    void readsBackWhatItWrites() throws IOException {
        ObjectNode config = JsonNodeFactory.instance.objectNode().put("layers_per_block", 2);
        Scope.run(() -> ModelFolder.write(
                folder, Part.STYLE.folder(), config, Map.of("a.weight", Tensors.of(new float[] {0.5f, 3}, 2)), true));
        JsonFile.write(folder.resolve("model_index.json"), JsonNodeFactory.instance.objectNode());
        try (ModelFolder model = ModelFolder.open(folder)) {
            assertEquals(2, model.config(Part.STYLE).integer("layers_per_block"));
            Tensor read = model.weights(Part.STYLE).at("a").tensor("weight", Init.ZEROS, 2);
            assertArrayEquals(new float[] {0.5f, 3}, Scope.get(() -> Tensors.floats(read)));
        }
        assertEquals("{\n  \"layers_per_block\" : 2\n}", Files.readString(folder.resolve("style/config.json")));
    }

    @Test
    void prefersSafetensorsAndFullPrecision() {
        weights("unet/diffusion_pytorch_model.fp16.safetensors", "a", 1);
        assertEquals(1, unet("a"));
        weights("unet/diffusion_pytorch_model.safetensors", "a", 2);
        assertEquals(2, unet("a"));
    }

    @Test
    void joinsTheShardsOfAnIndex() throws IOException {
        weights("unet/shard-1.safetensors", "a", 1);
        weights("unet/shard-2.safetensors", "b", 2);
        index("shard-1.safetensors", "shard-2.safetensors");
        assertEquals(1, unet("a"));
        assertEquals(2, unet("b"));
    }

    @Test
    void refusesShardsOutsideTheFolder() throws IOException {
        weights("shard.safetensors", "a", 1);
        index("../shard.safetensors", "../shard.safetensors");
        assertTrue(refusal().contains("../shard.safetensors"));
    }

    @Test
    void namesTheExpectedFiles() {
        assertTrue(refusal().contains("expected one of diffusion_pytorch_model.safetensors, "));
        assertTrue(assertThrows(ModelFormatException.class, () -> ModelFolder.open(folder.resolve("nowhere")))
                .getMessage()
                .contains("nowhere"));
    }

    @Test
    void refusesAConfigurationWithADuplicateKey() throws IOException {
        Files.createDirectories(folder.resolve("unet"));
        Files.writeString(folder.resolve("unet/config.json"), "{\"a\": 1, \"a\": 2}");
        ModelFolder model = model();
        assertThrows(ModelFormatException.class, () -> model.config(Part.UNET));
    }

    private String refusal() {
        ModelFolder model = model();
        return assertThrows(ModelFormatException.class, () -> model.weights(Part.UNET))
                .getMessage();
    }

    private ModelFolder model() {
        JsonFile.write(folder.resolve("model_index.json"), JsonNodeFactory.instance.objectNode());
        return ModelFolder.open(folder);
    }

    private float unet(String name) {
        try (ModelFolder model = model()) {
            Tensor read = model.weights(Part.UNET).tensor(name, Init.ZEROS, 1);
            return Scope.get(() -> Tensors.floats(read))[0];
        }
    }

    private void weights(String file, String name, float value) {
        Scope.run(() ->
                Safetensors.write(folder.resolve(file), Map.of(name, Tensors.of(new float[] {value}, 1)), Map.of()));
    }

    private void index(String a, String b) throws IOException {
        Files.createDirectories(folder.resolve("unet"));
        Files.writeString(
                folder.resolve("unet/diffusion_pytorch_model.safetensors.index.json"),
                "{\"metadata\": {}, \"weight_map\": {\"a\": \"" + a + "\", \"b\": \"" + b + "\"}}");
    }
}
