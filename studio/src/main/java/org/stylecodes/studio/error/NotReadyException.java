package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** The server cannot work: its model is loading or failed to load, or the server is stopping. */
public final class NotReadyException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing */
    public NotReadyException(String message) {
        super(message);
    }

    /** The server is stopping, and ends whatever waits. */
    public static NotReadyException stopping() {
        return new NotReadyException("the server is stopping; try again in a moment");
    }
}
