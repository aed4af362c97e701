package org.stylecodes.sampler;

/** One way to walk from noise to latents: where the denoiser is asked, and what follows from each answer. */
interface Solver {
    /**
     * The places where the denoiser is asked.
     *
     * @param steps how many steps the whole way has, 1 to the number of timesteps in training
     * @param first how many of them are left out at the noisy end
     */
    Grid grid(NoiseSchedule schedule, int steps, int first);

    /** The latents after one answer of the denoiser. */
    State step(Evaluation at);
}
