package org.stylecodes.sampler.solver;

import org.stylecodes.error.CancelledException;

/** Is told of every step of a run, on the thread that samples. */
@FunctionalInterface
public interface StepListener {
    /** Listens to nothing. */
    StepListener NONE = step -> true;

    /**
     * A step is done.
     *
     * @return whether to go on; {@code false} ends the run with a {@link CancelledException}
     */
    boolean onStep(Step step);
}
