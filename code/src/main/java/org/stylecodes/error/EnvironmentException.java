package org.stylecodes.error;

/**
 * The machine cannot do what was asked: a device, a file, memory, disk space or an address is missing, full or taken. The same
 * request may succeed elsewhere or later.
 */
public class EnvironmentException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing, and what to do */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     * @param message what is missing, and what to do
     * @param cause what the machine reported
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
