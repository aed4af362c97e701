package org.stylecodes.studio.drawing;

import org.stylecodes.error.StyleCodesException;

/** Too many wait already. */
public final class QueueFullException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final int retrySeconds;

    QueueFullException(String message, int retrySeconds) {
        super(message);
        this.retrySeconds = retrySeconds;
    }

    /** When it is worth to try again, in seconds from now. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
