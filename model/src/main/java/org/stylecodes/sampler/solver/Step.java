package org.stylecodes.sampler.solver;

import org.bytedeco.pytorch.Tensor;

/**
 * A step that is done. Its tensors end when the listener returns.
 *
 * @param index which call of the denoiser this was, from 0
 * @param steps how many there will be
 * @param timestep where the denoiser was asked
 * @param latents (B, C, H, W) after the step
 * @param clean (B, C, H, W), the clean latents that the denoiser sees ahead: a preview of the result
 */
public record Step(int index, int steps, float timestep, Tensor latents, Tensor clean) {}
