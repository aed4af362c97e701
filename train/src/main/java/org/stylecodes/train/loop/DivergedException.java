package org.stylecodes.train.loop;

import org.stylecodes.error.StyleCodesException;

/** The gradient of a run is infinite or NaN. The last checkpoint still exists. */
public final class DivergedException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    DivergedException(long step, double gradientNorm) {
        super("the training diverged at step " + step + " (gradient norm " + gradientNorm
                + "); lower the rate and start in a new run folder");
    }
}
