package org.stylecodes.cli;

import org.stylecodes.error.StyleCodesException;

/** Thrown when a value on the command line cannot be used. The exit code is that of a wrong command line. */
final class BadValueException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message the value, what was expected, and what to do */
    BadValueException(String message) {
        super(message);
    }

    /**
     * Wraps the exception with which the library refused a value.
     *
     * @param message the value, what was expected, and what to do
     * @param cause what the library threw
     */
    BadValueException(String message, StyleCodesException cause) {
        super(message, cause);
    }
}
