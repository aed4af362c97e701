package org.stylecodes.error;

import java.util.function.Supplier;

/** Thrown when a field of a request has an invalid value. Fields are named as in the JSON form of the request. */
public final class InvalidFieldException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Creates the exception.
     *
     * @param field the name of the field, such as {@code styles[0].weight}
     * @param message what the value is, what is possible, and what to do
     */
    public InvalidFieldException(String field, String message) {
        super(message);
        this.field = field;
    }

    private InvalidFieldException(String field, InvalidRequestException cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.field = field;
    }

    /**
     * Runs code that uses the value of a field, and names the field if the code throws an {@link InvalidRequestException}.
     *
     * @return what the code returns
     * @throws InvalidFieldException if the code throws an {@link InvalidRequestException}; if that names a field already, it is
     *     thrown unchanged
     */
    public static <T> T check(String field, Supplier<T> use) {
        try {
            return use.get();
        } catch (InvalidFieldException e) {
            throw e;
        } catch (InvalidRequestException e) {
            throw new InvalidFieldException(field, e);
        }
    }

    /** The name of the field with the invalid value. */
    public String field() {
        return field;
    }
}
