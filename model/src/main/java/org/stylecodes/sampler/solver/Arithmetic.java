package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Sums of scaled tensors, and float32 functions that round like the reference, whose coefficients are float32. */
final class Arithmetic {
    private Arithmetic() {}

    static Tensor scaled(Tensor tensor, double factor) {
        return tensor.mul(new Scalar(factor));
    }

    /** a * x + b * y. */
    static Tensor weighted(Tensor a, double x, Tensor b, double y) {
        return scaled(a, x).add(scaled(b, y));
    }

    static float sqrt(float value) {
        return (float) Math.sqrt(value);
    }

    static float exp(float value) {
        return (float) Math.exp(value);
    }

    static float log(float value) {
        return (float) Math.log(value);
    }
}
