package org.stylecodes.studio.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a studio.
 *
 * @param host the address that it listens at
 * @param isLocal whether only its own machine reaches that address
 * @param tokens one of which callers must know; empty if everybody who reaches the address may do everything
 * @param origins the origins of other pages that may call the API
 * @param publicUrl where others reach the studio; null for the address that they name
 * @param requestsPerSecond of one caller; 0 for no bound
 */
public record AccessPolicy(
        String host,
        boolean isLocal,
        List<String> tokens,
        List<String> origins,
        @Nullable String publicUrl,
        int requestsPerSecond) {
    public AccessPolicy {
        tokens = List.copyOf(tokens);
        origins = List.copyOf(origins);
    }

    /** Does not show the tokens. */
    @Override
    public String toString() {
        return "AccessPolicy[" + host + ", " + tokens.size() + " tokens, " + origins + "]";
    }
}
