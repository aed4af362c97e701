package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class QuantizerTest {
    private final Safetensors expected = Golden.open("cases/autoencoder.safetensors");

    @Test
    void legacyCodesAreTheReleasedOnes() {
        Scope.run(() -> {
            Tensor latents = Layers.cat(0, expected.tensor("latent"), expected.tensor("wide_latent"));
            List<StyleCode> released = releasedCodes();
            assertEquals(released.subList(0, (int) latents.size(0)), Quantizer.LEGACY.codes(latents));
        });
    }

    @Test
    void valuesOfCodesAreTheReleasedOnes() {
        Scope.run(() -> assertArrayEquals(
                Tensors.floats(expected.tensor("dequantized")), Tensors.floats(Quantizer.valuesOf(releasedCodes()))));
    }

    @Test
    void tanhRoundsToTheNearestLevel() {
        Scope.run(() -> {
            Tensor latents = Tensors.of(new float[] {-20, -1, 0, 0.02f, 1, 20}, 1, 6);
            assertArrayEquals(new long[] {0, 8, 32, 32, 55, 63}, Tensors.longs(Quantizer.TANH.levels(latents)));
        });
    }

    @Test
    void everyLevelIsTheLevelOfItsValue() {
        Scope.run(() -> {
            long[] all = new long[64];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            Tensor values = Quantizer.valuesOf(Tensors.of(all, 1, 64));
            assertArrayEquals(all, Tensors.longs(Quantizer.TANH.levels(values.atanh())));
        });
    }

    @Test
    void latentThatIsNotANumberIsRefused() {
        Scope.run(() -> {
            Tensor latents = Layers.scaled(expected.tensor("latent"), Double.NaN);
            assertThrows(StyleCodesException.class, () -> Quantizer.TANH.codes(latents));
        });
    }

    @Test
    void straightThroughGivesTheValuesOfTheLevels() {
        Scope.run(() -> {
            Tensor latent = expected.tensor("wide_latent");
            for (Quantizer quantizer : Quantizer.values()) {
                Tensor values = Quantizer.valuesOf(quantizer.levels(latent));
                Golden.assertClose(values, quantizer.straightThrough(latent), 1e-6);
            }
        });
    }

    @Test
    void straightThroughHasTheGradientOfTheUnroundedValue() {
        Scope.run(() -> {
            Tensor latent = Tensors.of(new float[] {-0.5f, 0.1f, 2}, 3).requires_grad_(true);
            Quantizer.TANH.straightThrough(latent).sum().backward();
            double tanh = Math.tanh(-0.5);
            assertEquals(1 - tanh * tanh, Tensors.floats(latent.grad())[0], 1e-6);
        });
    }

    private List<StyleCode> releasedCodes() {
        try {
            JsonNode codes = new ObjectMapper().readTree(expected.metadata().get("legacy_codes"));
            return StreamSupport.stream(codes.spliterator(), false)
                    .map(code -> StyleCode.parseLegacy(code.textValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
