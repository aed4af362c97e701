package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/** A network that denoises latents. Prompt and guidance are part of it. */
@FunctionalInterface
public interface Denoiser {
    /**
     * Predicts what the schedule's {@link PredictionType} says.
     *
     * @param latents (B, C, H, W), scaled as in training
     * @param timestep from 0 to the number of training timesteps - 1; may be a fraction
     * @param step the index of this call, from 0
     * @param steps the number of calls in the run
     * @return (B, C, H, W)
     */
    Tensor predict(Tensor latents, float timestep, int step, int steps);
}
