package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** Attention of the tokens of a map to themselves or to the prompt. */
record CrossAttention(Linear query, Linear key, Linear value, Linear out, int heads) {
    static CrossAttention of(Weights weights, int channels, int memoryWidth, int heads) {
        return new CrossAttention(
                Linear.withoutBias(weights.at("to_q"), channels, channels),
                Linear.withoutBias(weights.at("to_k"), memoryWidth, channels),
                Linear.withoutBias(weights.at("to_v"), memoryWidth, channels),
                Linear.of(weights.at("to_out.0"), channels, channels),
                heads);
    }

    // (B, tokens, C) to the same
    Tensor forward(Tensor tokens, Context context) {
        Tensor queries = query.forward(tokens);
        Tensor keys = context.project(key);
        Tensor values = context.project(value);
        long rows = Math.max(queries.size(0), keys.size(0));
        Tensor attended =
                Layers.attention(repeated(queries, rows), repeated(keys, rows), repeated(values, rows), heads, false);
        return out.forward(attended);
    }

    // A single row is expanded to the whole batch without copying.
    private static Tensor repeated(Tensor x, long rows) {
        return x.size(0) == rows ? x : x.expand(rows, -1, -1);
    }
}
