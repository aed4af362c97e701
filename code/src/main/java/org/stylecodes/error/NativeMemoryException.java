package org.stylecodes.error;

/** The machine or the graphics card has too little memory left for the tensors of a request. Smaller pictures need less. */
public class NativeMemoryException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what did not fit, and what to do
     * @param cause what LibTorch reported
     */
    public NativeMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
