package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

class StyleAutoencoderTest {
    private static final double BOUND = 1e-4;

    private final Safetensors expected = Golden.open("cases/autoencoder.safetensors");

    @Test
    void latentIsTheReleasedOne() {
        Scope.run(() ->
                Golden.assertClose(expected.tensor("latent"), network().encode(expected.tensor("features")), BOUND));
    }

    @Test
    void styleMapIsTheReleasedOne() {
        Scope.run(() -> {
            Tensor values = expected.tensor("dequantized");
            Golden.assertClose(expected.tensor("decoded_2x2"), network().decode(values.narrow(0, 0, 2), 2, 2), BOUND);
            Golden.assertClose(expected.tensor("decoded_2x3"), network().decode(values.narrow(0, 0, 3), 2, 3), BOUND);
        });
    }

    @Test
    void styleMapOfALatentThatIsNotQuantizedIsTheReleasedOne() {
        Scope.run(() -> Golden.assertClose(
                expected.tensor("decoded_continuous_2x2"), network().decode(expected.tensor("latent"), 2, 2), BOUND));
    }

    @Test
    void computedPositionsAreTheStoredOnes() {
        Weights weights = Golden.weights("tiny-sd15/stylecodes.safetensors").at("controlnet.sref_autoencoder");
        Scope.run(() -> {
            Tensor nothing = torch.zeros(1, 1, 32);
            Tensor stored = PositionalEncoding.of(weights.at("pos_encoder"), 32).added(nothing, 5000);
            Golden.assertClose(stored, new PositionalEncoding(null, 32).added(nothing, 5000), 1e-3);
        });
    }

    @Test
    void positionsOfANewModelAreNotTrained() {
        Map<String, Tensor> made = new HashMap<>();
        Scope.run(() -> {
            try (Noise noise = Noise.of(1)) {
                StyleAutoencoder.of(
                        new StyleAutoencoderConfig(6, 20, 8, 2, 1, 1, 16, 4), Weights.fresh(made, noise.generator()));
            }
            assertFalse(made.containsKey("pos_encoder.pe"));
            made.values().forEach(Tensor::close);
        });
    }

    @Test
    void fullSizeNamesAndShapesAreTheReleasedOnes() {
        PublishedNames.assertAskedFor(
                Golden.json("names/stylecodes.json"),
                name -> name.startsWith("sref_autoencoder."),
                weights -> StyleAutoencoder.of(
                        new StyleAutoencoderConfig(768, 20, 512, 4, 3, 2, 2048, 1280), weights.at("sref_autoencoder")));
    }

    private static StyleAutoencoder network() {
        Weights weights = Golden.weights("tiny-sd15/stylecodes.safetensors").at("controlnet.sref_autoencoder");
        return StyleAutoencoder.of(StyleAutoencoderConfig.of("stylecodes.safetensors", weights), weights);
    }
}
