package org.stylecodes.sampler.solver;

import org.stylecodes.error.CancelledException;

/** Is called after every step of a run, on the thread that samples. */
@FunctionalInterface
public interface StepListener {
    /** Ignores all steps. */
    StepListener NONE = step -> true;

    /**
     * Called after a step.
     *
     * @return whether to continue; {@code false} ends the run with a {@link CancelledException}
     */
    boolean onStep(Step step);
}
