package org.stylecodes;

/** A request that no model, or not this model, can fulfil; the message says what was asked, what is possible, and what to do. */
public final class InvalidRequestException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    /** @param message what was asked, what is possible, and what to do */
    public InvalidRequestException(String message) {
        super(message);
    }
}
