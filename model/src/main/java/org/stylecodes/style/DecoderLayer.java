package org.stylecodes.style;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.LayerNorm;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A layer of PyTorch's {@code nn.TransformerDecoder} with normalization after each block (Vaswani et al. 2017) and without dropout. */
record DecoderLayer(
        MultiheadAttention selfAttention,
        LayerNorm norm1,
        MultiheadAttention crossAttention,
        LayerNorm norm2,
        Linear up,
        Linear down,
        LayerNorm norm3) {
    private static final double EPSILON = 1e-5;

    static DecoderLayer of(Weights weights, StyleAutoencoderConfig config) {
        int width = config.width();
        return new DecoderLayer(
                MultiheadAttention.of(weights.at("self_attn"), width, config.heads()),
                LayerNorm.of(weights.at("norm1"), width, EPSILON),
                MultiheadAttention.of(weights.at("multihead_attn"), width, config.heads()),
                LayerNorm.of(weights.at("norm2"), width, EPSILON),
                Linear.of(weights.at("linear1"), width, config.feedForward()),
                Linear.of(weights.at("linear2"), config.feedForward(), width),
                LayerNorm.of(weights.at("norm3"), width, EPSILON));
    }

    // (B, tokens, width) and (B, memory, width) to (B, tokens, width)
    Tensor forward(Tensor target, Tensor memory) {
        return Scope.of(() -> {
            Tensor selfAttended = norm1.forward(target.add(selfAttention.forward(target, target)));
            Tensor crossAttended = norm2.forward(selfAttended.add(crossAttention.forward(selfAttended, memory)));
            return norm3.forward(
                    crossAttended.add(down.forward(up.forward(crossAttended).relu())));
        });
    }
}
