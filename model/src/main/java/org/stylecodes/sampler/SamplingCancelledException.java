package org.stylecodes.sampler;

import org.stylecodes.StyleCodesException;

/** A {@link StepListener} said that a run should not go on. */
public final class SamplingCancelledException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    SamplingCancelledException(int done, int steps) {
        super("cancelled after step " + done + " of " + steps);
    }
}
