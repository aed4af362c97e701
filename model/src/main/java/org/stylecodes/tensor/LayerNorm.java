package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Normalization over the last dimension. */
public record LayerNorm(Tensor weight, Tensor bias, long width, double epsilon) {
    /** Reads {@code weight} and {@code bias}, both (width). */
    public static LayerNorm of(Weights weights, long width, double epsilon) {
        return new LayerNorm(
                weights.tensor("weight", Init.ONES, width), weights.tensor("bias", Init.ZEROS, width), width, epsilon);
    }

    /** (..., width) to the same. */
    public Tensor forward(Tensor x) {
        return Profile.record(
                Profile.Kind.NORMALIZATION,
                0,
                () -> torch.layer_norm(
                        x, new long[] {width}, new TensorOptional(weight), new TensorOptional(bias), epsilon, true));
    }
}
