package org.stylecodes.train.stage;

import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.clip.TextConfig;

/**
 * Initializes a text encoder as a bag of words: every token keeps its own word, and the end token has the mean of all words.
 *
 * <p>CLIP's initialization, embeddings with a standard deviation of 0.02, is made for low learning rates and long runs. At the rates of a
 * small base, all embeddings drift in the same direction within a hundred steps, so that words look alike and prompts are learned late.
 *
 * @param config has the sizes of the encoder and its end token
 */
record BagOfWordsInit(TextConfig config) {
    private static final double WORD_FACTOR = 50; // from a standard deviation of 0.02 to 1
    private static final double POSITION_FACTOR = 5; // from a standard deviation of 0.02 to 0.1

    /** Changes the tensors in place. */
    void prepare(Map<String, Tensor> encoder) {
        Tensor words = tensor(encoder, "embeddings.token_embedding.weight");
        words.mul_(new Scalar(WORD_FACTOR));
        words.select(0, config.lastToken()).zero_();
        tensor(encoder, "embeddings.position_embedding.weight").mul_(new Scalar(POSITION_FACTOR));
        for (int layer = 0; layer < config.layers(); layer++) {
            String name = "encoder.layers." + layer;
            for (String projection : new String[] {".self_attn.v_proj", ".self_attn.out_proj"}) {
                tensor(encoder, name + projection + ".weight")
                        .copy_(torch.eye(config.sizes().width()));
                tensor(encoder, name + projection + ".bias").zero_();
            }
            tensor(encoder, name + ".mlp.fc2.weight").zero_();
            tensor(encoder, name + ".mlp.fc2.bias").zero_();
        }
    }

    private static Tensor tensor(Map<String, Tensor> encoder, String name) {
        return Objects.requireNonNull(encoder.get(name), name);
    }
}
