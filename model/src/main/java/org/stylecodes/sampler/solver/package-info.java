/**
 * Noise schedules, and the solvers that go backwards through them from noise to latents.
 *
 * <p>A {@link org.stylecodes.sampler.solver.Trajectory} combines a {@link org.stylecodes.sampler.Sampler}, a {@link
 * org.stylecodes.sampler.solver.NoiseSchedule} and a number of steps. Sampling calls a {@link org.stylecodes.sampler.solver.Denoiser}
 * along the trajectory. Trajectories and schedules are immutable. Timesteps and samples agree with diffusers 0.29.
 */
@NullMarked
package org.stylecodes.sampler.solver;

import org.jspecify.annotations.NullMarked;
