package org.stylecodes.error;

/** Thrown when a caller asks for something impossible. The message tells what was asked, what is possible, and what to do. */
public class InvalidRequestException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was asked, what is possible, and what to do
     */
    public InvalidRequestException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what was asked, what is possible, and what to do
     * @param cause what led to the refusal
     */
    public InvalidRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
