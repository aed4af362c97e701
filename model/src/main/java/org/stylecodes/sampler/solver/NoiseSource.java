package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/** Where a sampler takes fresh noise from: {@code noise::normal} of a {@link org.stylecodes.tensor.Noise}. */
@FunctionalInterface
public interface NoiseSource {
    /** The next standard normal numbers. */
    Tensor normal(long... shape);
}
