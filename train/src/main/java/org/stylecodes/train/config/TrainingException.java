package org.stylecodes.train.config;

import org.stylecodes.error.StyleCodesException;

/** A training run that cannot start or go on: a bad setting, missing data, or a checkpoint of another run. */
public final class TrainingException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, what was expected, and what to do */
    public TrainingException(String message) {
        super(message);
    }

    /**
     * @param message what was wrong, what was expected, and what to do
     * @param cause what led to it
     */
    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
