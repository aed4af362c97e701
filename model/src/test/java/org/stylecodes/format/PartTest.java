package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class PartTest {
    @TempDir
    Path folder;

    @Test
    void readsTheAttentionNamesOfOldDiffusers() {
        Map<String, Tensor> expected =
                Golden.open("tiny-sd15/vae/diffusion_pytorch_model.safetensors").tensors();
        Path file = folder.resolve("old.safetensors");
        Golden.writeOldVae(file);
        try (Checkpoint old = Checkpoint.open(Part.VAE, file)) {
            assertEquals(expected.keySet(), old.shapes().keySet());
            Weights weights = old.weights();
            Scope.run(() -> expected.forEach((name, tensor) -> assertArrayEquals(
                    Tensors.floats(tensor),
                    Tensors.floats(weights.tensor(name, Init.ZEROS, Tensors.shape(tensor))),
                    name)));
        }
    }

    @Test
    void readsAttentionThatIsStoredAsConvolutions() {
        Path file = folder.resolve("vae.safetensors");
        Scope.run(() -> Safetensors.write(
                file,
                Map.of(
                        "encoder.mid_block.attentions.0.query.weight", Tensors.of(new float[] {1, 2, 3, 4}, 2, 2, 1, 1),
                        "quant_conv.weight", Tensors.of(new float[] {5}, 1, 1, 1, 1)),
                Map.of()));
        try (Checkpoint read = Checkpoint.open(Part.VAE, file)) {
            Tensor query = read.weights().tensor("encoder.mid_block.attentions.0.to_q.weight", Init.ZEROS, 2, 2);
            assertArrayEquals(new long[] {2, 2}, Tensors.shape(query));
            assertArrayEquals(new float[] {1, 2, 3, 4}, Scope.get(() -> Tensors.floats(query)));
            assertArrayEquals(new long[] {1, 1, 1, 1}, read.shapes().get("quant_conv.weight"));
        }
    }

    @Test
    void readsTheReleasedStyleNames() {
        JsonNode published = Golden.json("names/stylecodes.json");
        Set<String> expected = new TreeSet<>();
        published.fieldNames().forEachRemaining(expected::add);
        try (Checkpoint released = Checkpoint.open(Part.STYLE, Golden.path("tiny-sd15/stylecodes.safetensors"))) {
            assertEquals(expected, released.shapes().keySet());
        }
    }

    @Test
    void addsTheModelsNameToBareTextEncoders() {
        assertEquals(
                Optional.of("text_model.encoder.layers.0.mlp.fc1.weight"),
                Part.TEXT_ENCODER.canonical("encoder.layers.0.mlp.fc1.weight"));
    }

    @Test
    void skipsPositionIdsAndTheTextTowerOfSigLip() {
        assertEquals(Optional.empty(), Part.TEXT_ENCODER.canonical("text_model.embeddings.position_ids"));
        assertEquals(Optional.empty(), Part.IMAGE_ENCODER.canonical("text_model.encoder.layers.0.mlp.fc1.weight"));
        assertEquals(Optional.empty(), Part.IMAGE_ENCODER.canonical("logit_scale"));
    }

    @Test
    void refusesTwoTensorsOfOneMeaning() {
        Path file = folder.resolve("twice.safetensors");
        Scope.run(() -> {
            Map<String, Tensor> tensors = new TreeMap<>();
            tensors.put("encoder.mid_block.attentions.0.query.bias", Tensors.of(new float[] {1}, 1));
            tensors.put("encoder.mid_block.attentions.0.to_q.bias", Tensors.of(new float[] {1}, 1));
            Safetensors.write(file, tensors, Map.of());
        });
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> Checkpoint.open(Part.VAE, file));
        assertEquals("encoder.mid_block.attentions.0.to_q.bias", refused.tensor());
    }
}
