package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Second-order UniPC (Zhao et al. 2023) with B(h) = exp(h) - 1. Each output of the denoiser first corrects the step that led to it, and
 * then predicts the next step.
 *
 * <p>The history is the corrected latents of the previous step, and the clean latents predicted there and one step earlier.
 */
record UniPc() implements Solver {

    @Override
    public Grid grid(NoiseSchedule schedule, int steps, int first) {
        return Grid.preserving(schedule, steps, false).from(first);
    }

    @Override
    public State step(Evaluation at) {
        List<Tensor> history = at.history();
        Tensor latents = history.isEmpty() ? at.latents() : corrected(at);
        Tensor predicted = base(latents, at.clean(), at.here(), at.next());
        if (order(at, at.index()) == 2) {
            predicted = predicted.add(scaled(
                    slope(at.clean(), history.get(1), at.before(), at.here(), at.next()),
                    -0.5f * at.next().signal() * growth(at.here(), at.next())));
        }
        return history.isEmpty()
                ? State.of(predicted, latents, at.clean())
                : State.of(predicted, latents, at.clean(), history.get(1));
    }

    /** Repeats the step that led here, now that the denoiser's output at its end is known. */
    private static Tensor corrected(Evaluation at) {
        Level from = at.before();
        Level to = at.here();
        Tensor cleanBefore = at.history().get(1);
        float h = to.logSnr() - from.logSnr();
        float growth = growth(from, to);
        Tensor change = at.clean().sub(cleanBefore);
        if (order(at, at.index() - 1) == 1) {
            change = scaled(change, 0.5);
        } else {
            Level earlier = at.path().level(at.index() - 2);
            float ratio = (earlier.logSnr() - from.logSnr()) / h;
            float first = growth / -h - 1;
            float second = first / -h - 0.5f;
            float early = (first - 2 * second) / growth / (1 - ratio);
            float late = first / growth - early;
            change = weighted(slope(cleanBefore, at.history().get(2), earlier, from, to), early, change, late);
        }
        return base(at.history().get(0), cleanBefore, from, to).add(scaled(change, -to.signal() * growth));
    }

    /** A first-order step. */
    private static Tensor base(Tensor latents, Tensor clean, Level from, Level to) {
        return weighted(latents, to.noise() / from.noise(), clean, -to.signal() * growth(from, to));
    }

    /** The change of the prediction over the previous step, scaled to the size of the current step. */
    private static Tensor slope(Tensor clean, Tensor cleanBefore, Level before, Level from, Level to) {
        float ratio = (before.logSnr() - from.logSnr()) / (to.logSnr() - from.logSnr());
        return scaled(cleanBefore.sub(clean), 1 / ratio);
    }

    private static float growth(Level from, Level to) {
        return (float) Math.expm1(from.logSnr() - to.logSnr());
    }

    /** The order of a step: 1 for the first and the last, 2 for the others. */
    private static int order(Evaluation at, int index) {
        return index == 0 || index == at.path().length() - 1 ? 1 : 2;
    }
}
