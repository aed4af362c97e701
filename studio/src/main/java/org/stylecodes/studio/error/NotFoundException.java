package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** What was asked for is not there, or not any more. */
public final class NotFoundException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what is not there, and what to do */
    public NotFoundException(String message) {
        super(message);
    }
}
