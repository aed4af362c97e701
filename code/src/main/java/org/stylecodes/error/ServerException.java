package org.stylecodes.error;

/** A server on another machine refused a request, failed at it, or could not be reached. */
public class ServerException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what the server said, or why there is no answer */
    public ServerException(String message) {
        super(message);
    }

    /**
     * @param message what the server said, or why there is no answer
     * @param cause what led to it
     */
    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
