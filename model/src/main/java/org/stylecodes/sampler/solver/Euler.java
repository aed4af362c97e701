package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Euler's method on the probability flow ODE (Karras et al. 2022, algorithm 2 without churn).
 *
 * @param karras whether the sigmas are spaced as in that paper
 */
record Euler(boolean karras) implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.exploding(schedule, steps, karras, schedule.options().finalSigmaZero())
                .from(first);
    }

    @Override
    public State step(Evaluation at) {
        Tensor derivative = derivative(at, at.clean());
        return State.of(at.latents()
                .add(scaled(derivative, at.next().noise() - at.here().noise())));
    }

    /** The derivative of the latents with respect to sigma. */
    static Tensor derivative(Evaluation at, Tensor clean) {
        return at.latents().sub(clean).div(new Scalar(at.here().noise()));
    }
}
