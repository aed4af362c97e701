package org.stylecodes.vae;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** Single-head attention over all positions of a map, added to its input. */
record Attention(GroupNorm norm, Linear query, Linear key, Linear value, Linear out) {
    static Attention of(Weights weights, int channels, int groups) {
        return new Attention(
                GroupNorm.of(weights.at("group_norm"), channels, groups, 1e-6),
                Linear.of(weights.at("to_q"), channels, channels),
                Linear.of(weights.at("to_k"), channels, channels),
                Linear.of(weights.at("to_v"), channels, channels),
                Linear.of(weights.at("to_out").at("0"), channels, channels));
    }

    // (B, C, H, W) to the same
    Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor tokens = Layers.tokens(norm.forward(x)); // (B, H * W, C)
            Tensor attended =
                    Layers.attention(query.forward(tokens), key.forward(tokens), value.forward(tokens), 1, false);
            return Layers.map(out.forward(attended), x.size(2), x.size(3)).add(x);
        });
    }
}
