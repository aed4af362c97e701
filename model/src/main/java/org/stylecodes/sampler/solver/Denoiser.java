package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/** A network that tells signal from noise in latents, with its prompt and guidance already in it. */
@FunctionalInterface
public interface Denoiser {
    /**
     * Its prediction, of the kind that the schedule names.
     *
     * @param latents (B, C, H, W), scaled as in training
     * @param timestep 0 to the number of timesteps in training - 1; fractions occur
     * @param step which call this is, from 0
     * @param steps how many calls there will be
     * @return (B, C, H, W)
     */
    Tensor predict(Tensor latents, float timestep, int step, int steps);
}
