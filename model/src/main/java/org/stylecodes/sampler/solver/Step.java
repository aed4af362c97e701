package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/**
 * A completed step. Its tensors are freed when the listener returns.
 *
 * @param index the index of the call of the denoiser, from 0
 * @param steps the number of calls in the run
 * @param timestep the timestep of the call
 * @param latents (B, C, H, W) after the step
 * @param clean (B, C, H, W), the clean latents that the denoiser predicts: a preview of the result
 */
public record Step(int index, int steps, float timestep, Tensor latents, Tensor clean) {}
