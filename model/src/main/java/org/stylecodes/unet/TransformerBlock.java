package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.LayerNorm;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** Self-attention, cross-attention to the prompt, and feed-forward. Each normalizes its input and is added to it. */
record TransformerBlock(
        LayerNorm norm1,
        CrossAttention self,
        LayerNorm norm2,
        CrossAttention cross,
        LayerNorm norm3,
        FeedForward feedForward) {
    private static final double EPSILON = 1e-5;

    static TransformerBlock of(Weights weights, int channels, int textWidth, int heads) {
        return new TransformerBlock(
                LayerNorm.of(weights.at("norm1"), channels, EPSILON),
                CrossAttention.of(weights.at("attn1"), channels, channels, heads),
                LayerNorm.of(weights.at("norm2"), channels, EPSILON),
                CrossAttention.of(weights.at("attn2"), channels, textWidth, heads),
                LayerNorm.of(weights.at("norm3"), channels, EPSILON),
                FeedForward.of(weights.at("ff"), channels));
    }

    // (B, tokens, C) to the same
    Tensor forward(Tensor tokens, Context context) {
        Tensor selfAttended = Scope.of(() -> {
            Tensor normalized = norm1.forward(tokens);
            return self.forward(normalized, Context.of(normalized)).add(tokens);
        });
        Tensor crossAttended = Scope.of(
                () -> cross.forward(norm2.forward(selfAttended), context).add(selfAttended));
        return Scope.of(() -> feedForward.forward(norm3.forward(crossAttended)).add(crossAttended));
    }
}
