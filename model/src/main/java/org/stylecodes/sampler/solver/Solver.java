package org.stylecodes.sampler.solver;

import org.stylecodes.sampler.Sampler;

/** A method that goes from noise to latents: where it calls the denoiser, and what it makes of each output. */
interface Solver {
    /**
     * The timesteps at which the denoiser is called.
     *
     * @param steps the number of steps from pure noise, 1 to the number of training timesteps
     * @param first how many of these steps are left out at the noisy end
     */
    Grid grid(NoiseSchedule schedule, int steps, int first);

    /** The solver of a sampler. */
    static Solver of(Sampler sampler) {
        return switch (sampler) {
            case DDIM -> new Ddim(0);
            case DDIM_ETA1 -> new Ddim(1);
            case PNDM -> new Pndm();
            case EULER -> new Euler(false);
            case EULER_KARRAS -> new Euler(true);
            case EULER_ANCESTRAL -> new EulerAncestral();
            case HEUN -> new Heun(false);
            case HEUN_KARRAS -> new Heun(true);
            case DPMPP_2M -> new DpmSolver(false, false);
            case DPMPP_2M_KARRAS -> new DpmSolver(false, true);
            case DPMPP_2M_SDE -> new DpmSolver(true, false);
            case DPMPP_2M_SDE_KARRAS -> new DpmSolver(true, true);
            case UNIPC -> new UniPc();
            case DDPM -> new Ddpm();
            case LCM -> new Lcm();
        };
    }

    /** The state after one call of the denoiser. */
    State step(Evaluation at);
}
