package org.stylecodes.studio.error;

import org.stylecodes.error.StyleCodesException;

/** The requested thing does not exist, or not any more. */
public final class NotFoundException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what does not exist, and what to do */
    public NotFoundException(String message) {
        super(message);
    }
}
