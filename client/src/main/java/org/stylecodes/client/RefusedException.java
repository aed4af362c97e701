package org.stylecodes.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.StyleCodesException;

/** A studio refused a request, or could not be reached; the message is a sentence for the person who asked. */
public final class RefusedException extends StyleCodesException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String suggestion;

    RefusedException(String message, int status, @Nullable String suggestion) {
        super(message);
        this.status = status;
        this.suggestion = suggestion;
    }

    RefusedException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.suggestion = null;
    }

    /**
     * The HTTP status: 422 for what cannot be done, 429 and 503 for what may be tried again, 500 for a failure of the studio;
     * 0 where nothing answered.
     */
    public int status() {
        return status;
    }

    /** Whether the same may well be answered a moment later. */
    boolean mayPass() {
        return status == 0 || status == 429 || status >= 500;
    }

    /** The code that was probably meant, where a code was wrong. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
