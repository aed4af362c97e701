package org.stylecodes.train.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.tensor.Activation;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.TransformerLayer;

class BagOfWordsInitTest {
    private static final TransformerLayer.Sizes SIZES = new TransformerLayer.Sizes(1, 1, 1, Activation.GELU, 1e-5);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3"})
    void theEndTokenHasNoWordAndIsTheHighestIdInOldConfigurations(int given, int end) {
        float[] words = {50, 50, 50, 50};
        words[end] = 0;
        Scope.run(() -> {
            Tensor embeddings = torch.ones(4, 1);
            new BagOfWordsInit(new TextConfig(4, 2, 0, SIZES, given))
                    .prepare(Map.of(
                            "embeddings.token_embedding.weight",
                            embeddings,
                            "embeddings.position_embedding.weight",
                            torch.ones(2, 1)));
            assertArrayEquals(words, Tensors.floats(embeddings));
        });
    }
}
