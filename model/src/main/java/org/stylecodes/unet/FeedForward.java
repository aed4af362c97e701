package org.stylecodes.unet;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A gated feed-forward block whose hidden width is four times its input (GEGLU, Shazeer 2020). */
record FeedForward(Linear gated, Linear out) {
    static FeedForward of(Weights weights, int channels) {
        return new FeedForward(
                Linear.of(weights.at("net.0.proj"), channels, 8L * channels),
                Linear.of(weights.at("net.2"), 4L * channels, channels));
    }

    // (B, tokens, C) to the same
    Tensor forward(Tensor tokens) {
        return Scope.chain(tokens, List.of(gated::forward, FeedForward::product, out::forward));
    }

    // (B, tokens, 8 C), values and gates, to (B, tokens, 4 C)
    private static Tensor product(Tensor both) {
        TensorVector halves = both.chunk(2, 2); // unlike two views, they make one gradient without additions
        return halves.get(0).mul(torch.gelu(halves.get(1)));
    }
}
