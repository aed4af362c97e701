package org.stylecodes.error;

import java.util.function.Supplier;

/** A field of a request has a value that is not possible. Fields have the names of the request's JSON form. */
public final class InvalidFieldException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
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
     * Does something with the value of a field; what is refused is refused as a value of that field.
     *
     * @throws InvalidFieldException if the value is refused
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

    /** The name of the field. */
    public String field() {
        return field;
    }
}
