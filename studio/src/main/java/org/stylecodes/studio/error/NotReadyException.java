package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** The server cannot work yet, or not any more: its model is being loaded or could not be, or the server is stopping. */
public final class NotReadyException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing */
    public NotReadyException(String message) {
        super(message);
    }

    /** The server stops, and ends whatever waits. */
    public static NotReadyException stopping() {
        return new NotReadyException("the server is being stopped; try again in a moment");
    }
}
