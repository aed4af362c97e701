package org.stylecodes.unet;

import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A residual block, followed by a spatial transformer if the level has attention. */
record Layer(ResnetBlock resnet, @Nullable SpatialTransformer attention) {
    static Layer of(
            Weights weights, UNetConfig config, UNetConfig.Level level, int index, int inputs, boolean attends) {
        return new Layer(
                ResnetBlock.of(weights.at("resnets." + index), config, inputs, level.channels()),
                attends ? SpatialTransformer.of(weights.at("attentions." + index), config, level) : null);
    }

    // (B, inputs, H, W) to (B, outputs, H, W)
    Tensor forward(Tensor x, Tensor embedding, Context context) {
        return Scope.of(() -> attended(resnet.forward(x, embedding), context));
    }

    // As forward, with zeros appended to the channels of x
    Tensor forward(SkiplessBlock skipless, Tensor x, Tensor embedding, Context context) {
        return Scope.of(() -> attended(skipless.forward(x, embedding), context));
    }

    private Tensor attended(Tensor hidden, Context context) {
        return attention == null ? hidden : attention.forward(hidden, context);
    }

    Stream<Linear> promptLayers() {
        return attention == null ? Stream.empty() : attention.promptLayers();
    }
}
