package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;

/**
 * One step of the up path: a layer over the map and a skip, and an enlargement if the step is the last of its level.
 *
 * @param channels channels of the map, without the skip
 * @param level how often the map was halved
 */
record UpLayer(
        Layer layer, int channels, int level, @Nullable Conv2d upsampler) {
    // (B, C, H, W) and (B, S, H, W) to (B, C', H', W'), enlarged to the size of the next skip
    Tensor forward(Tensor hidden, Tensor skip, @Nullable Tensor nextSkip, Tensor embedding, Context context) {
        return Scope.of(() -> {
            Tensor result = layer.forward(Layers.cat(1, hidden, skip), embedding, context);
            return enlarged(result, nextSkip);
        });
    }

    // As forward, with zeros in place of the skip
    Tensor forward(
            SkiplessBlock skipless, Tensor hidden, @Nullable Tensor nextSkip, Tensor embedding, Context context) {
        return Scope.of(() -> enlarged(layer.forward(skipless, hidden, embedding, context), nextSkip));
    }

    // For latents of this size
    SkiplessBlock skipless(long height, long width) {
        return SkiplessBlock.of(layer.resnet(), channels, halved(height), halved(width));
    }

    private long halved(long side) {
        long half = side;
        for (int i = 0; i < level; i++) {
            half = (half + 1) / 2; // a convolution of stride 2 rounds up
        }
        return half;
    }

    private Tensor enlarged(Tensor result, @Nullable Tensor nextSkip) {
        return upsampler == null || nextSkip == null
                ? result
                : upsampler.forward(Layers.enlarged(result, nextSkip.size(2), nextSkip.size(3)));
    }
}
