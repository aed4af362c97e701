package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;

import org.bytedeco.pytorch.Tensor;

/**
 * Heun's method on the probability flow ODE (Karras et al. 2022, algorithm 1): an Euler step, then the same step with the mean of the
 * slopes at both ends. The last step is an Euler step.
 *
 * <p>After an Euler step, the history is the latents where the step began, and its slope.
 *
 * @param karras whether the sigmas are spaced as in that paper
 */
record Heun(boolean karras) implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.exploding(schedule, steps, karras, true).from(first).allButFirstTwice();
    }

    @Override
    public State step(Evaluation at) {
        Tensor slope = Euler.derivative(at, at.clipped(false));
        if (at.history().isEmpty()) {
            Tensor predicted =
                    at.latents().add(scaled(slope, at.next().noise() - at.here().noise()));
            return State.of(predicted, at.latents(), slope);
        }
        Tensor mean = scaled(at.history().get(1).add(slope), 0.5);
        float interval = at.here().noise() - at.before().noise();
        return State.of(at.history().get(0).add(scaled(mean, interval)));
    }
}
