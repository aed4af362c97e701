package org.stylecodes.vae;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Weights;

/** The blocks at the smallest size. Encoder and decoder have the same structure there. */
record Middle(ResnetBlock first, @Nullable Attention attention, ResnetBlock second) {
    static Middle of(Weights weights, int channels, VaeConfig config) {
        return new Middle(
                ResnetBlock.of(weights.at("resnets.0"), channels, channels, config.groups()),
                config.midAttention() ? Attention.of(weights.at("attentions.0"), channels, config.groups()) : null,
                ResnetBlock.of(weights.at("resnets.1"), channels, channels, config.groups()));
    }

    Tensor forward(Tensor x) {
        Tensor hidden = first.forward(x);
        return second.forward(attention == null ? hidden : attention.forward(hidden));
    }
}
