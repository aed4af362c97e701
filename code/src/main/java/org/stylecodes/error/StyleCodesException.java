package org.stylecodes.error;

/** The base of everything that this library refuses or fails at; the message is a sentence for the person who asked. */
public class StyleCodesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, what was expected, and what to do */
    public StyleCodesException(String message) {
        super(message);
    }

    /**
     * @param message what was wrong, what was expected, and what to do
     * @param cause what led to it
     */
    public StyleCodesException(String message, Throwable cause) {
        super(message, cause);
    }
}
