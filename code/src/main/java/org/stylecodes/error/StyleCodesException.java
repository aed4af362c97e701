package org.stylecodes.error;

/**
 * The base of all exceptions of this library. The message is a sentence for the user. The subclass says whose fault it is: {@link
 * InvalidRequestException} the caller's, {@link ModelFormatException} the model files', {@link EnvironmentException} the machine's.
 */
public abstract class StyleCodesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was wrong, what was expected, and what to do
     */
    protected StyleCodesException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what was wrong, what was expected, and what to do
     * @param cause what led to the failure
     */
    protected StyleCodesException(String message, Throwable cause) {
        super(message, cause);
    }
}
