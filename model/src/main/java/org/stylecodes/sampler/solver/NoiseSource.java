package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/** Supplies fresh noise to a sampler: {@code noise::normal} of a {@link org.stylecodes.tensor.Noise}. */
@FunctionalInterface
public interface NoiseSource {
    /** The next standard normal numbers, as a tensor of this shape. */
    Tensor normal(long... shape);
}
