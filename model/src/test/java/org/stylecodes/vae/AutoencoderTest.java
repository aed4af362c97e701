package org.stylecodes.vae;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Golden;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class AutoencoderTest {
    private static final Safetensors CASE = Golden.open("cases/vae.safetensors");

    private final Autoencoder vae = Autoencoder.of(
            VaeConfig.of(Config.of("vae/config.json", json())),
            Golden.weights("tiny-sd15/vae/diffusion_pytorch_model.safetensors"));

    @Test
    void encodesAsTheReferenceDoes() {
        Scope.run(() -> {
            Autoencoder.Moments moments = vae.encode(CASE.tensor("image"));
            Golden.assertClose(CASE.tensor("mean"), moments.mean(), 1e-4);
            Golden.assertClose(CASE.tensor("logvar"), moments.logVariance(), 1e-4);
        });
    }

    @Test
    void decodesAsTheReferenceDoes() {
        Scope.run(() -> {
            Tensor decoded = vae.decode(CASE.tensor("latents"));
            Golden.assertClose(CASE.tensor("decoded"), decoded, 1e-4);
        });
    }

    @Test
    void refusesAnUnknownOptionByName() {
        Config config = Config.of("vae/config.json", json().put("time_travel", true));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertEquals("time_travel", refused.tensor());
    }

    @Test
    void refusesGroupsThatDoNotDivideTheChannels() {
        Config config = Config.of("vae/config.json", json().put("norm_num_groups", 24));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertTrue(refused.getMessage().contains("norm_num_groups 24"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"norm_num_groups, 0", "layers_per_block, 0", "latent_channels, -4"})
    void refusesSizesThatAreNotPositive(String key, int value) {
        Config config = Config.of("vae/config.json", json().put(key, value));
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertTrue(refused.getMessage().contains(key + ": is " + value), refused.getMessage());
    }

    @Test
    void aPatchFoldsSquaresOfTheMapIntoChannels() {
        Autoencoder folding = folding();
        Scope.run(() -> {
            Autoencoder.Moments plain = vae.encode(CASE.tensor("image"));
            Autoencoder.Moments folded = folding.encode(CASE.tensor("image"));
            assertArrayEquals(foldedInJava(plain.mean()), Tensors.floats(folded.mean()));
            assertArrayEquals(foldedInJava(plain.logVariance()), Tensors.floats(folded.logVariance()));
            long[] shape = Tensors.shape(plain.mean());
            assertArrayEquals(
                    new long[] {shape[0], shape[1] * 4, shape[2] / 2, shape[3] / 2}, Tensors.shape(folded.mean()));
        });
    }

    @Test
    void foldedLatentsAreUnfoldedBeforeTheyAreDecoded() {
        Autoencoder folding = folding();
        Scope.run(() -> {
            Tensor plain = vae.decode(vae.encode(CASE.tensor("image")).mean());
            Tensor folded = folding.decode(folding.encode(CASE.tensor("image")).mean());
            assertArrayEquals(Tensors.floats(plain), Tensors.floats(folded));
        });
    }

    @Test
    void aPatchNeedsNoOtherWeights() {
        VaeConfig plain = VaeConfig.of(Config.of("vae/config.json", json()));
        assertEquals(
                Weights.outline(weights -> Autoencoder.of(plain, weights)).keySet(),
                Weights.outline(weights -> Autoencoder.of(folding().config(), weights))
                        .keySet());
    }

    @Test
    void aPatchMakesLatentPositionsLargerAndFewer() {
        assertEquals(1, vae.config().latentPatch());
        assertEquals(vae.config().latentChannels(), vae.config().foldedChannels());
        VaeConfig folding = folding().config();
        assertEquals(2 * vae.config().factor(), folding.factor());
        assertEquals(16, folding.foldedChannels());
    }

    @ParameterizedTest
    @CsvSource({"0", "-2", "17", "2147483647", "2.5", "'\"2\"'", "[2]", "true"})
    void refusesPatchesThatAreNotSmallWholeNumbers(String value) throws JsonProcessingException {
        ObjectNode json = json();
        json.set("latent_patch_size", new ObjectMapper().readTree(value));
        Config config = Config.of("vae/config.json", json);
        ModelFormatException refused = assertThrows(ModelFormatException.class, () -> VaeConfig.of(config));
        assertTrue(refused.getMessage().contains("latent_patch_size: is " + value), refused.getMessage());
    }

    private static Autoencoder folding() {
        return Autoencoder.of(
                VaeConfig.of(Config.of("vae/config.json", json().put("latent_patch_size", 2))),
                Golden.weights("tiny-sd15/vae/diffusion_pytorch_model.safetensors"));
    }

    // (B, C, H, W) to (B, 4 C, H/2, W/2): channel 4 c + 2 y + x is channel c at row y and column x of squares of side 2
    private static float[] foldedInJava(Tensor map) {
        long[] shape = Tensors.shape(map);
        int maps = (int) (shape[0] * shape[1]);
        int height = (int) shape[2];
        int width = (int) shape[3];
        float[] values = Tensors.floats(map);
        float[] folded = new float[values.length];
        int next = 0;
        for (int channel = 0; channel < maps; channel++) {
            for (int inSquare = 0; inSquare < 4; inSquare++) {
                for (int row = inSquare / 2; row < height; row += 2) {
                    for (int column = inSquare % 2; column < width; column += 2) {
                        folded[next++] = values[(channel * height + row) * width + column];
                    }
                }
            }
        }
        return folded;
    }

    private static ObjectNode json() {
        return (ObjectNode) Golden.json("tiny-sd15/vae/config.json");
    }
}
