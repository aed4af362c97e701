package org.stylecodes.unet;

import java.util.List;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A gated feed-forward block whose hidden width is four times its input (GEGLU, Shazeer 2020). */
record FeedForward(Linear gated, Linear out) {
    // How many tokens are computed at once: enough for fast products, and few enough for their hidden values to take
    // little memory.
    private static final long BLOCK = 1024;

    static FeedForward of(Weights weights, int channels) {
        return new FeedForward(
                Linear.of(weights.at("net.0.proj"), channels, 8L * channels),
                Linear.of(weights.at("net.2"), 4L * channels, channels));
    }

    // (B, tokens, C) to the same
    Tensor forward(Tensor tokens) {
        boolean recorded = GradMode.is_enabled()
                && (tokens.requires_grad() || gated.weight().requires_grad());
        boolean small = tokens.size(0) * tokens.size(1) <= BLOCK;
        return recorded || small || !tokens.is_cpu() ? block(tokens) : inBlocks(tokens);
    }

    private Tensor inBlocks(Tensor tokens) {
        return Scope.of(() -> {
            Tensor from = tokens.flatten(0, 1);
            Tensor to = torch.empty_like(from);
            long count = from.size(0);
            for (long first = 0; first < count; first += BLOCK) {
                long begin = first;
                long length = Math.min(BLOCK, count - begin);
                Scope.run(() -> to.narrow(0, begin, length).copy_(block(from.narrow(0, begin, length))));
            }
            return to.view(tokens.size(0), tokens.size(1), tokens.size(2));
        });
    }

    private Tensor block(Tensor tokens) {
        return Scope.chain(tokens, List.of(gated::forward, FeedForward::product, out::forward));
    }

    // (..., 8 C), values and gates, to (..., 4 C)
    private static Tensor product(Tensor both) {
        TensorVector halves = both.chunk(2, -1); // unlike two views, they make one gradient without additions
        return halves.get(0).mul(torch.gelu(halves.get(1)));
    }
}
