package org.stylecodes.train.loop;

import org.stylecodes.error.StyleCodesException;

/** The loss of a run has become infinite or undefined. The last checkpoint is still there. */
public final class DivergedException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    DivergedException(long step, double gradientNorm) {
        super("the loss ran away at step " + step + " (gradient norm " + gradientNorm
                + "); lower the rate and start in a new run folder");
    }
}
