package org.stylecodes.error;

/** The caller asked for something that cannot be done; the message says what was asked, what is possible, and what to do. */
public class InvalidRequestException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what was asked, what is possible, and what to do */
    public InvalidRequestException(String message) {
        super(message);
    }

    /**
     * @param message what was asked, what is possible, and what to do
     * @param cause what led to it
     */
    public InvalidRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
