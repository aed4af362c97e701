package org.stylecodes.siglip;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.PublishedNames;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.TransformerLayer.Sizes;

class VisionTowerTest {
    private static final double BOUND = 1e-4;
    private static final String CONFIG = "tiny-sd15/image_encoder/config.json";

    private final Safetensors expected = Golden.open("cases/image_encoder.safetensors");

    @Test
    void everyHiddenStateIsThePublishedOne() {
        Scope.run(() -> {
            List<Tensor> states = tower().hiddenStates(expected.tensor("pixel_values"));
            for (int i = 0; i < states.size(); i++) {
                Golden.assertClose(expected.tensor("hidden_states." + i), states.get(i), BOUND);
            }
        });
    }

    @Test
    void normalizedOutputIsThePublishedOne() {
        Scope.run(() -> Golden.assertClose(
                expected.tensor("last_hidden_state"), tower().forward(expected.tensor("pixel_values")), BOUND));
    }

    @Test
    void featureLayerCountsFromTheEnd() {
        Scope.run(() -> Golden.assertClose(
                expected.tensor("hidden_states.2"), tower().features(expected.tensor("pixel_values"), -2), BOUND));
    }

    @Test
    void missingLayerIsRefused() {
        Scope.run(() -> assertThrows(
                IllegalArgumentException.class, () -> tower().features(expected.tensor("pixel_values"), -5)));
    }

    @Test
    void fullSizeNamesAndShapesAreThePublishedOnesExceptTheHead() {
        VisionConfig config = new VisionConfig(224, 16, 12, new Sizes(768, 3072, 12, Activation.GELU_TANH, 1e-6));
        PublishedNames.assertAskedFor(
                Golden.json("names/sd15.json").get("image_encoder"),
                name -> !name.startsWith("vision_model.head."),
                weights -> VisionTower.of(config, weights));
    }

    private static VisionTower tower() {
        return VisionTower.of(
                VisionConfig.of(Config.of(CONFIG, Golden.json(CONFIG))),
                Golden.weights("tiny-sd15/image_encoder/model.safetensors"));
    }
}
