package org.stylecodes.style;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;

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
    void fullSizeNamesAndShapesAreTheReleasedOnes() {
        PublishedNames.assertAskedFor(
                Golden.json("names/stylecodes.json"),
                name -> name.startsWith("sref_autoencoder."),
                weights -> StyleAutoencoder.of(
                        new StyleAutoencoderConfig(768, 20, 512, 4, 3, 2, 2048, 1280), weights.at("sref_autoencoder")));
    }

    private static StyleAutoencoder network() {
        return StyleAutoencoder.of(
                new StyleAutoencoderConfig(48, 20, 32, 4, 3, 2, 2048, 64),
                Golden.weights("tiny-sd15/stylecodes.safetensors").at("controlnet.sref_autoencoder"));
    }
}
