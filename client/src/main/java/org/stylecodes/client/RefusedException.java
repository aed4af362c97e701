package org.stylecodes.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.StyleCodesException;

/** Thrown when a studio refuses a request or cannot be reached. The message is a sentence for the user. */
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
     * Returns the HTTP status: 422 if the request cannot be done, 429 or 503 if it may be tried again, 500 if the studio failed, or 0 if
     * nothing answered.
     */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed a moment later. */
    boolean mayPass() {
        return status == 0 || status == 429 || status >= 500;
    }

    /** Returns the code that was probably meant, if the request had a wrong code. */
    public Optional<String> suggestion() {
        return Optional.ofNullable(suggestion);
    }
}
