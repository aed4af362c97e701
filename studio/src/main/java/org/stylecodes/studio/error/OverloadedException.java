package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** The server is at its limit. The same request may succeed later. */
public final class OverloadedException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final int retrySeconds;

    /**
     * @param message which limit is reached, and what to do
     * @param retrySeconds the seconds after which to try again
     */
    public OverloadedException(String message, int retrySeconds) {
        super(message);
        this.retrySeconds = retrySeconds;
    }

    /** The seconds after which to try again. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
