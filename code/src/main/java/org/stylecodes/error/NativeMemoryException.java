package org.stylecodes.error;

/** Thrown when the machine or graphics card has too little memory for the tensors of a request. Smaller pictures need less. */
public class NativeMemoryException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what does not fit, and what to do
     */
    public NativeMemoryException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what did not fit, and what to do
     * @param cause what LibTorch reported
     */
    public NativeMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
