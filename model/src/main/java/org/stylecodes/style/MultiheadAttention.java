package org.stylecodes.style;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** Attention with its three input projections in one tensor, as PyTorch's {@code nn.MultiheadAttention} stores them. */
record MultiheadAttention(Tensor weight, Tensor bias, Linear out, int width, int heads) {
    static MultiheadAttention of(Weights weights, int width, int heads) {
        return new MultiheadAttention(
                weights.tensor("in_proj_weight", Init.fanIn(width), 3L * width, width),
                weights.tensor("in_proj_bias", Init.ZEROS, 3L * width),
                Linear.of(weights.at("out_proj"), width, width),
                width,
                heads);
    }

    // (B, tokens, width) and (B, memory, width) to (B, tokens, width)
    Tensor forward(Tensor query, Tensor memory) {
        Tensor mixed = Layers.attention(projected(query, 0), projected(memory, 1), projected(memory, 2), heads, false);
        return out.forward(mixed);
    }

    private Tensor projected(Tensor x, long part) {
        Tensor rows = weight.narrow(0, part * width, width);
        return torch.linear(x, rows, new TensorOptional(bias.narrow(0, part * width, width)));
    }
}
