package org.stylecodes.studio.json;

import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;

/** A text is not the JSON that was expected. */
public final class MalformedJsonException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /**
     * @param field where the mistake is, such as {@code codes[0].weight}; null if it is about the text as a whole
     * @param message what was found and what was expected
     */
    public MalformedJsonException(@Nullable String field, String message) {
        super(message);
        this.field = field;
    }

    /** Where the mistake is, such as {@code codes[0].weight}; null if it is about the text as a whole. */
    public @Nullable String field() {
        return field;
    }
}
