package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import org.bytedeco.pytorch.Tensor;

/**
 * Denoising diffusion implicit models (Song et al. 2020).
 *
 * @param eta how much of the noise is fresh in every step: 0 for none, 1 for as much as in DDPM
 */
record Ddim(double eta) implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.discrete(schedule, steps, finalAlphaBar(schedule, true)).from(first);
    }

    /** Equation 12. */
    @Override
    public State step(Evaluation at) {
        NoiseSchedule schedule = at.schedule();
        float here = schedule.alphaBar(at.timestep());
        float next = at.alphaBar(at.timestep() - at.stride(), finalAlphaBar(schedule, true));
        float variance = (1 - next) / (1 - here) * (1 - here / next);
        float deviation = (float) eta * sqrt(variance);
        Tensor noise = schedule.predictionType().noise(at.latents(), at.output(), at.here());
        Tensor mean = weighted(at.clipped(true), sqrt(next), noise, sqrt(1 - next - deviation * deviation));
        return State.of(eta == 0 ? mean : mean.add(scaled(at.noise(), deviation)));
    }

    /** The part of the variance that is signal where the trajectory ends. */
    static float finalAlphaBar(NoiseSchedule schedule, boolean oneByDefault) {
        Boolean one = schedule.options().alphaToOne();
        return (one == null ? oneByDefault : one) ? 1 : schedule.alphaBar(0);
    }
}
