package org.stylecodes.cli;

import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;

/** A value on the command line that cannot be used; ends the program as a wrong command line does. */
final class BadValueException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /** @param message the value, what was expected, and what to do */
    BadValueException(String message) {
        super(message);
    }

    /**
     * A value that the library refused.
     *
     * @param message the value, what was expected, and what to do
     * @param cause the refusal
     */
    BadValueException(String message, StyleCodesException cause) {
        super(message, cause);
    }
}
