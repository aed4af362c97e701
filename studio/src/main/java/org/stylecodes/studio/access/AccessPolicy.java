package org.stylecodes.studio.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that decide who may use a studio.
 *
 * @param host the address that the studio listens on
 * @param isLocal whether only this machine can reach that address
 * @param tokens the accepted tokens, of which a caller must present one; if empty, everybody who reaches the address may do
 *     everything
 * @param origins the origins of other web pages that may call the API
 * @param publicUrl the URL at which others reach the studio; null to use the host that each caller names
 * @param requestsPerSecond the most requests of one caller; 0 for no limit
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

    /** Shows how many tokens there are, but not the tokens. */
    @Override
    public String toString() {
        return "AccessPolicy[" + host + ", " + tokens.size() + " tokens, " + origins + "]";
    }
}
