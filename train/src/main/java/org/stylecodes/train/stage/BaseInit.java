package org.stylecodes.train.stage;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.tensor.Scope;
import org.stylecodes.train.model.ModelParts;

/**
 * Initializes a base: the last layers of the UNet's blocks are zero, so that every block starts as the identity, and the text encoder is a
 * {@linkplain BagOfWordsInit bag of words}.
 */
public final class BaseInit {
    private static final String LAST_LAYERS = ".*(conv2|proj_out|conv_out)\\.(weight|bias)";

    private BaseInit() {}

    /**
     * Changes the tensors in place.
     *
     * @param base by name, below {@code unet} and {@code text_encoder}
     */
    public static void prepare(TextConfig text, Map<String, Tensor> base) {
        base.forEach((name, tensor) -> {
            if (name.matches(LAST_LAYERS)) {
                tensor.zero_();
            }
        });
        Scope.run(() -> new BagOfWordsInit(text).prepare(ModelParts.below(base, "text_encoder.text_model.")));
    }
}
