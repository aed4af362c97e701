package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.exp;
import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import org.bytedeco.pytorch.Tensor;

/**
 * The second-order multistep DPM-Solver++ in midpoint form (Lu et al. 2022, algorithm 2), and its stochastic variant.
 *
 * <p>The history is the clean latents that the previous step predicted.
 *
 * @param stochastic whether fresh noise is added in every step
 * @param karras whether the sigmas are spaced as in Karras et al. 2022
 */
record DpmSolver(boolean stochastic, boolean karras) implements Solver {
    private static final int MIN_SECOND_ORDER_STEPS = 15;

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.preserving(schedule, steps, karras).from(first);
    }

    @Override
    public State step(Evaluation at) {
        Level here = at.here();
        Level next = at.next();
        float h = next.logSnr() - here.logSnr();
        float decay = stochastic ? exp(-h) : 1;
        float gain = next.signal() * (1 - exp(stochastic ? -2 * h : -h));
        Tensor mean = weighted(at.latents(), next.noise() / here.noise() * decay, at.clean(), gain);
        if (!isFirstOrder(at)) {
            float ratio = (here.logSnr() - at.before().logSnr()) / h;
            Tensor slope = scaled(at.clean().sub(at.history().get(0)), 1 / ratio);
            mean = mean.add(scaled(slope, 0.5f * gain));
        }
        if (stochastic) {
            mean = mean.add(scaled(at.noise(), next.noise() * sqrt(1 - exp(-2 * h))));
        }
        return State.of(mean, at.clean());
    }

    private static boolean isFirstOrder(Evaluation at) {
        boolean firstOrderAtEnd =
                at.schedule().options().finalSigmaZero() || at.path().steps() < MIN_SECOND_ORDER_STEPS;
        return at.history().isEmpty()
                || at.isLast() && firstOrderAtEnd
                // With almost as many steps as training timesteps, two
                // neighbours may coincide, and then there is no slope.
                || at.before().equals(at.here());
    }
}
