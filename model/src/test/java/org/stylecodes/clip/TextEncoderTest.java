package org.stylecodes.clip;

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
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.TransformerLayer.Sizes;
import org.stylecodes.tensor.Weights;

class TextEncoderTest {
    private static final double BOUND = 1e-4;
    private static final String CONFIG = "tiny-sd15/text_encoder/config.json";

    private final Safetensors expected = Golden.open("cases/text_encoder.safetensors");

    @Test
    void lastHiddenStateIsThePublishedOne() {
        Scope.run(() -> Golden.assertClose(
                expected.tensor("last_hidden_state"),
                encoder().forward(expected.tensor("input_ids")).lastHiddenState(),
                BOUND));
    }

    @Test
    void pooledOutputIsThePublishedOne() {
        Scope.run(() -> Golden.assertClose(
                expected.tensor("pooler_output"),
                encoder().forward(expected.tensor("input_ids")).pooled(),
                BOUND));
    }

    @Test
    void everyHiddenStateIsThePublishedOne() {
        Scope.run(() -> {
            List<Tensor> states = encoder().hiddenStates(expected.tensor("input_ids"));
            for (int i = 0; i < states.size(); i++) {
                Golden.assertClose(expected.tensor("hidden_states." + i), states.get(i), BOUND);
            }
        });
    }

    @Test
    void oldEndTokenPoolsAtTheHighestId() {
        Scope.run(() -> {
            TextConfig config = config();
            TextConfig old =
                    new TextConfig(config.vocabulary(), config.positions(), config.layers(), config.sizes(), 2);
            Tensor ids = Tensors.of(new long[] {5, 2, 9, 3}, 1, 4);
            TextEncoder.Encoded encoded = TextEncoder.of(old, weights()).forward(ids);
            Golden.assertClose(encoded.lastHiddenState().select(1, 2), encoded.pooled(), 0);
        });
    }

    @Test
    void withoutLayersTheEmbeddingsAreNormalized() {
        Scope.run(() -> {
            TextConfig config = config();
            TextConfig flat =
                    new TextConfig(config.vocabulary(), config.positions(), 0, config.sizes(), config.endToken());
            TextEncoder encoder = TextEncoder.of(flat, weights());
            Tensor ids = expected.tensor("input_ids");
            Tensor normalized = encoder.finalNorm().forward(expected.tensor("hidden_states.0"));
            Golden.assertClose(normalized, encoder.forward(ids).lastHiddenState(), BOUND);
        });
    }

    @Test
    void moreTokensThanPositionsAreRefused() {
        Scope.run(() -> {
            Tensor ids = Tensors.of(new long[78], 1, 78);
            assertThrows(IllegalArgumentException.class, () -> encoder().forward(ids));
        });
    }

    @Test
    void fullSizeNamesAndShapesAreThePublishedOnes() {
        TextConfig config = new TextConfig(49408, 77, 12, new Sizes(768, 3072, 12, Activation.QUICK_GELU, 1e-5), 49407);
        PublishedNames.assertAskedFor(
                Golden.json("names/sd15.json").get("text_encoder"), name -> true, w -> TextEncoder.of(config, w));
    }

    private static TextEncoder encoder() {
        return TextEncoder.of(config(), weights());
    }

    private static TextConfig config() {
        return TextConfig.of(Config.of(CONFIG, Golden.json(CONFIG)));
    }

    private static Weights weights() {
        return Golden.weights("tiny-sd15/text_encoder/model.safetensors");
    }
}
