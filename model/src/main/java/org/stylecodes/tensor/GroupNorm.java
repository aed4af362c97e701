package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Normalization over groups of channels and all positions (Wu and He 2018). */
public record GroupNorm(Tensor weight, Tensor bias, long groups, double epsilon) {
    /** Reads {@code weight} and {@code bias}, both (channels). */
    public static GroupNorm of(Weights weights, long channels, long groups, double epsilon) {
        return new GroupNorm(
                weights.tensor("weight", Init.ONES, channels),
                weights.tensor("bias", Init.ZEROS, channels),
                groups,
                epsilon);
    }

    /** (B, channels, ...) to the same. */
    public Tensor forward(Tensor x) {
        return Profile.record(
                Profile.Kind.NORMALIZATION,
                0,
                () -> torch.group_norm(x, groups, new TensorOptional(weight), new TensorOptional(bias), epsilon, true));
    }
}
