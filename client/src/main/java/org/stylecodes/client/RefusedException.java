package org.stylecodes.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.ServerException;

/** Thrown when a studio refuses a request or cannot be reached. The message is a sentence for the user. */
public final class RefusedException extends ServerException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String suggestion;

    RefusedException(String message, int status) {
        this(message, status, Optional.empty());
    }

    /** @param suggestion the code that was probably meant */
    RefusedException(String message, int status, Optional<String> suggestion) {
        super(message);
        this.status = status;
        this.suggestion = suggestion.orElse(null);
    }

    /** An answer that cannot be read. */
    RefusedException(String message, int status, Exception cause) {
        super(message, cause);
        this.status = status;
        this.suggestion = null;
    }

    /** Nothing answered. */
    RefusedException(String message, Exception cause) {
        this(message, 0, cause);
    }

    /**
     * Returns the HTTP status: 422 if the request cannot be done, 429 or 503 if it may be tried again, 500 if the studio failed, a status of
     * success such as 200 if the response cannot be read, or 0 if nothing answered.
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
