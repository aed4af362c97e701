package org.stylecodes.error;

/**
 * The base of everything that this library refuses or fails at; the message is a sentence for the person who asked. The subclass says whose
 * fault it is: {@link InvalidRequestException} the caller's, {@link ModelFormatException} the model files', {@link EnvironmentException} the
 * machine's, {@link ServerException} that of a server elsewhere. {@link CancelledException} is nobody's: somebody wanted the end of the work.
 */
public abstract class StyleCodesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, what was expected, and what to do */
    protected StyleCodesException(String message) {
        super(message);
    }

    /**
     * @param message what was wrong, what was expected, and what to do
     * @param cause what led to it
     */
    protected StyleCodesException(String message, Throwable cause) {
        super(message, cause);
    }
}
