package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import org.bytedeco.pytorch.Tensor;

/** Denoising diffusion probabilistic models (Ho et al. 2020), with the smaller of the paper's two variances. */
record Ddpm() implements Solver {
    private static final float MIN_VARIANCE = 1e-20f;

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.discrete(schedule, steps, 1).from(first);
    }

    /** Equations 6 and 7. */
    @Override
    public State step(Evaluation at) {
        float here = at.schedule().alphaBar(at.timestep());
        float next = at.alphaBar(at.timestep() - at.stride(), 1);
        float alpha = here / next;
        float beta = 1 - alpha;
        Tensor mean = weighted(
                at.clipped(true), sqrt(next) * beta / (1 - here), at.latents(), sqrt(alpha) * (1 - next) / (1 - here));
        if (at.timestep() == 0) {
            return State.of(mean);
        }
        float variance = Math.max((1 - next) / (1 - here) * beta, MIN_VARIANCE);
        return State.of(mean.add(scaled(at.noise(), sqrt(variance))));
    }
}
