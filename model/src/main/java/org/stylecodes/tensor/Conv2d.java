package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** A two-dimensional convolution with a square kernel. */
public record Conv2d(Tensor weight, @Nullable Tensor bias, long stride, long padding) {
    private static final long[] UNDILATED = {1, 1};

    /** Reads {@code weight} (outputs, inputs, kernel, kernel) and {@code bias} (outputs). The convolution keeps height and width. */
    public static Conv2d of(Weights weights, long inputs, long outputs, int kernel) {
        return of(weights, inputs, outputs, kernel, 1, kernel / 2);
    }

    /** As {@link #of(Weights, long, long, int)}, with a stride and a padding in pixels. */
    public static Conv2d of(Weights weights, long inputs, long outputs, int kernel, int stride, int padding) {
        Init init = Init.fanIn(inputs * kernel * kernel);
        return new Conv2d(
                weights.tensor("weight", init, outputs, inputs, kernel, kernel),
                weights.tensor("bias", init, outputs),
                stride,
                padding);
    }

    /** (B, inputs, H, W) to (B, outputs, H', W'). */
    public Tensor forward(Tensor x) {
        long[] strides = {stride, stride};
        long[] paddings = {padding, padding};
        return Profile.record(
                Profile.Kind.CONVOLUTION,
                operations(x),
                () -> torch.conv2d(
                        x, RoundedWeights.of(weight), Layers.optional(bias), strides, paddings, UNDILATED, 1));
    }

    private double operations(Tensor x) {
        long kernel = weight.size(2);
        long height = (x.size(2) + 2 * padding - kernel) / stride + 1;
        long width = (x.size(3) + 2 * padding - kernel) / stride + 1;
        return 2.0 * x.size(0) * height * width * weight.numel();
    }
}
