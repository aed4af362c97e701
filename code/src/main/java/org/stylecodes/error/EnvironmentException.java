package org.stylecodes.error;

/**
 * Thrown when the machine cannot do what was asked, because a device, a file, memory, disk space or a network address is missing,
 * full or in use. The same request may succeed on another machine or later.
 */
public class EnvironmentException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is missing, and what to do
     */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what is missing, and what to do
     * @param cause what the machine reported
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
