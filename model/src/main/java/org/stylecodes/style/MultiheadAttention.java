package org.stylecodes.style;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/**
 * Attention whose three input projections are in one tensor, as PyTorch's {@code nn.MultiheadAttention} stores them. Like PyTorch's,
 * it is not fused: these maps are small, and the gradients of the biases, which nearly cancel, come out 20 times closer to the
 * references.
 */
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
        Tensor scaled = Layers.scaled(heads(projected(query, 0)), Math.sqrt((double) heads / width));
        Tensor attention =
                torch.softmax(scaled.matmul(heads(projected(memory, 1)).transpose(-2, -1)), -1);
        Tensor attended = attention.matmul(heads(projected(memory, 2)));
        return out.forward(attended.transpose(1, 2).reshape(query.size(0), query.size(1), width));
    }

    // (B, tokens, width) to (B, heads, tokens, width / heads)
    private Tensor heads(Tensor x) {
        return x.view(x.size(0), x.size(1), heads, width / heads).transpose(1, 2);
    }

    private Tensor projected(Tensor x, long part) {
        Tensor rows = weight.narrow(0, part * width, width);
        return torch.linear(x, rows, new TensorOptional(bias.narrow(0, part * width, width)));
    }
}
