package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;

/** One step on the way up: a layer over the map and a skip, and the enlargement where it ends a level. */
record UpLayer(Layer layer, @Nullable Conv2d upsampler) {
    // (B, C, H, W) and (B, S, H, W) to (B, C', H', W'), enlarged to the size of the next skip
    Tensor forward(Tensor hidden, Tensor skip, @Nullable Tensor nextSkip, Tensor embedding, Context context) {
        return Scope.of(() -> {
            Tensor result = layer.forward(Layers.cat(1, hidden, skip), embedding, context);
            return upsampler == null || nextSkip == null
                    ? result
                    : upsampler.forward(Layers.enlarged(result, nextSkip.size(2), nextSkip.size(3)));
        });
    }
}
