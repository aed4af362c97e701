package org.stylecodes.vae;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A residual block without a time embedding: two normalized convolutions and a shortcut (He et al. 2016). */
record ResnetBlock(
        GroupNorm norm1,
        Conv2d conv1,
        GroupNorm norm2,
        Conv2d conv2,
        @Nullable Conv2d shortcut) {
    private static final double EPSILON = 1e-6;

    static ResnetBlock of(Weights weights, int inputs, int outputs, int groups) {
        return new ResnetBlock(
                GroupNorm.of(weights.at("norm1"), inputs, groups, EPSILON),
                Conv2d.of(weights.at("conv1"), inputs, outputs, 3),
                GroupNorm.of(weights.at("norm2"), outputs, groups, EPSILON),
                Conv2d.of(weights.at("conv2"), outputs, outputs, 3),
                inputs == outputs ? null : Conv2d.of(weights.at("conv_shortcut"), inputs, outputs, 1));
    }

    // (B, inputs, H, W) to (B, outputs, H, W)
    Tensor forward(Tensor x) {
        return Scope.of(() -> {
            Tensor hidden = Scope.chain(x, List.of(norm1::silu, conv1::forward, norm2::silu, conv2::forward));
            return hidden.add_(shortcut == null ? x : shortcut.forward(x));
        });
    }
}
