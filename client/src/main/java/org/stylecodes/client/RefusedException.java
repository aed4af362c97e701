package org.stylecodes.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.ServerException;

/** A studio refused a request, or could not be reached; the message is a sentence for the person who asked. */
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
     * The HTTP status: 422 for what cannot be done, 429 and 503 for what may be tried again, 500 for a failure of the studio;
     * one of success, such as 200, for an answer that cannot be read; 0 where nothing answered.
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
