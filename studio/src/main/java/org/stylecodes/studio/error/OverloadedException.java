package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** The server has as much to do as it takes on; the same request may succeed a little later. */
public final class OverloadedException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final int retrySeconds;

    /**
     * @param message what there is too much of
     * @param retrySeconds when it is worth trying again, in seconds from now
     */
    public OverloadedException(String message, int retrySeconds) {
        super(message);
        this.retrySeconds = retrySeconds;
    }

    /** When it is worth trying again, in seconds from now. */
    public int retrySeconds() {
        return retrySeconds;
    }
}
