package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.InvalidRequestException;

/** Multistep sampling of latent consistency models (Luo et al. 2023, algorithm 3): denoise completely, then add noise again. */
record Lcm() implements Solver {
    private static final double DATA_DEVIATION = 0.5;

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        int distilled = schedule.options().consistencySteps();
        if (steps > distilled) {
            throw new InvalidRequestException("steps is " + steps + "; expected at most " + distilled
                    + " for the sampler LCM, the number of steps that the model was distilled with");
        }
        int stride = schedule.timesteps() / distilled;
        float[] timesteps = new float[steps];
        Level[] levels = new Level[steps + 1];
        for (int i = 0; i < steps; i++) {
            int skipped = (int) (i * (distilled / (double) steps));
            timesteps[i] = (distilled - skipped) * stride - 1;
            levels[i] = Level.ofAlphaBar(schedule.alphaBar((int) timesteps[i]));
        }
        levels[steps] = Level.ofAlphaBar(1);
        return new Grid(timesteps, levels, 1).from(first);
    }

    @Override
    public State step(Evaluation at) {
        double time = at.timestep() * at.schedule().options().consistencyScale();
        double variance = DATA_DEVIATION * DATA_DEVIATION;
        double skipScale = variance / (time * time + variance);
        double outputScale = time / Math.sqrt(time * time + variance);
        Tensor denoised = weighted(at.clipped(false), outputScale, at.latents(), skipScale);
        return State.of(
                at.isLast()
                        ? denoised
                        : weighted(
                                denoised,
                                at.next().signal(),
                                at.noise(),
                                at.next().noise()));
    }
}
