package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;

/**
 * A transformer layer that normalizes before each block (Xiong et al. 2020). Its tensors have the names of the CLIP and SigLIP
 * encoders.
 *
 * @param heads attention heads; the width must be a multiple of them
 * @param causal whether a token attends only to itself and the tokens before it
 */
public record TransformerLayer(
        LayerNorm norm1,
        Linear query,
        Linear key,
        Linear value,
        Linear out,
        LayerNorm norm2,
        Linear up,
        Linear down,
        Activation activation,
        int heads,
        boolean causal) {

    /**
     * The sizes that all layers of one transformer share.
     *
     * @param width hidden width of a token
     * @param feedForward hidden width of the feed-forward block
     * @param heads attention heads; the width must be a multiple of them
     * @param activation between the two linear layers of the feed-forward block
     * @param epsilon added to the variance in normalizations, so that they do not divide by zero
     */
    public record Sizes(int width, int feedForward, int heads, Activation activation, double epsilon) {
        /** @throws IllegalArgumentException if a size is not positive, or the width is not a multiple of the heads */
        public Sizes {
            if (width < 1 || feedForward < 1 || heads < 1 || width % heads != 0) {
                throw new IllegalArgumentException("a transformer cannot have width " + width + ", " + heads
                        + " heads and feed-forward width " + feedForward
                        + ": all must be positive, and the width must be a multiple of the heads");
            }
        }
    }

    /** Reads {@code layer_norm1}, {@code self_attn}, {@code layer_norm2} and {@code mlp}. */
    public static TransformerLayer of(Weights weights, Sizes sizes, boolean causal) {
        int width = sizes.width();
        Weights attention = weights.at("self_attn");
        return new TransformerLayer(
                LayerNorm.of(weights.at("layer_norm1"), width, sizes.epsilon()),
                Linear.of(attention.at("q_proj"), width, width),
                Linear.of(attention.at("k_proj"), width, width),
                Linear.of(attention.at("v_proj"), width, width),
                Linear.of(attention.at("out_proj"), width, width),
                LayerNorm.of(weights.at("layer_norm2"), width, sizes.epsilon()),
                Linear.of(weights.at("mlp.fc1"), width, sizes.feedForward()),
                Linear.of(weights.at("mlp.fc2"), sizes.feedForward(), width),
                sizes.activation(),
                sizes.heads(),
                causal);
    }

    /** (B, tokens, width) to the same. */
    public Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor attended = x.add(attention(norm1.forward(x)));
            return attended.add(down.forward(activation.apply(up.forward(norm2.forward(attended)))));
        });
    }

    private Tensor attention(Tensor x) {
        return out.forward(Layers.attention(query.forward(x), key.forward(x), value.forward(x), heads, causal));
    }
}
