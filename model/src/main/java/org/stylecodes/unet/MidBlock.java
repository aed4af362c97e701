package org.stylecodes.unet;

import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** The bottleneck: a residual block, a spatial transformer and another residual block. */
record MidBlock(Layer first, ResnetBlock second) {
    static MidBlock of(Weights weights, UNetConfig config) {
        UNetConfig.Level bottom = config.bottom();
        int channels = bottom.channels();
        return new MidBlock(
                Layer.of(weights, config, bottom, 0, channels, true),
                ResnetBlock.of(weights.at("resnets.1"), config, channels, channels));
    }

    // (B, C, H, W) to the same
    Tensor forward(Tensor hidden, Tensor embedding, Context context) {
        return second.forward(first.forward(hidden, embedding, context), embedding);
    }

    Stream<Linear> promptLayers() {
        return first.promptLayers();
    }
}
