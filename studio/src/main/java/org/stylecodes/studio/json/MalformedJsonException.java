package org.stylecodes.studio.json;

import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;

/** A text is not the expected JSON. */
public final class MalformedJsonException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /**
     * @param field the path of the field at fault, such as {@code codes[0].weight}; null if the error concerns the whole text
     * @param message what was found and what was expected
     */
    public MalformedJsonException(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    /** The path of the field at fault, such as {@code codes[0].weight}; null if the error concerns the whole text. */
    public @Nullable String field() {
        return field;
    }
}
