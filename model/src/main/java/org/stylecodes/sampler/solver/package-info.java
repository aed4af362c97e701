/**
 * From noise to latents: noise schedules as trained, and the solvers that walk them backwards.
 *
 * <p>A {@link org.stylecodes.sampler.Sampler} laid over a {@link org.stylecodes.sampler.solver.NoiseSchedule} for a number of
 * steps is a {@link org.stylecodes.sampler.solver.Trajectory}; sampling calls a {@link org.stylecodes.sampler.solver.Denoiser}
 * along it. All of it is immutable. Timesteps and samples agree with diffusers 0.29.
 */
@NullMarked
package org.stylecodes.sampler.solver;

import org.jspecify.annotations.NullMarked;
