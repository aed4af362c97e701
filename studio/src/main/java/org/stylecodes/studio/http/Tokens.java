package org.stylecodes.studio.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of a studio, and the cookies that stand for them. A cookie is a time and a seal over it that only one token makes,
 * so that it outlives restarts and every server with that token takes it. Every comparison takes as long for a text that is
 * nearly right. Immutable.
 */
final class Tokens {
    private static final Duration VALID = Duration.ofDays(30);
    private static final String SEAL = "HmacSHA256";
    private static final String PURPOSE = "stylecodes session until ";

    private final List<byte[]> tokens;

    Tokens(List<String> tokens) {
        this.tokens = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whose token a text is, as a name that tells nothing of it; empty if it is none. */
    Optional<String> holder(String text) {
        byte[] given = seal("compare", text.getBytes(StandardCharsets.UTF_8));
        return holder(token -> MessageDigest.isEqual(seal("compare", token), given));
    }

    /**
     * A new cookie.
     *
     * @param token one of the tokens
     */
    String cookie(String token, long nowMillis) {
        String until = String.valueOf(nowMillis + VALID.toMillis());
        return until + "." + sealed(until, token.getBytes(StandardCharsets.UTF_8));
    }

    /** By whose token a cookie was made; empty if it is none, or has expired. */
    Optional<String> cookieHolder(String text, long nowMillis) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || Long.parseLong(parts[0]) <= nowMillis) {
            return Optional.empty();
        }
        byte[] given = parts[1].getBytes(StandardCharsets.UTF_8);
        return holder(token -> MessageDigest.isEqual(sealed(parts[0], token).getBytes(StandardCharsets.UTF_8), given));
    }

    static int validSeconds() {
        return (int) VALID.toSeconds();
    }

    // Looks at all of them, whichever it is.
    private Optional<String> holder(Predicate<byte[]> isTheirs) {
        List<String> holders = IntStream.range(0, tokens.size())
                .filter(i -> isTheirs.test(tokens.get(i)))
                .mapToObj(i -> "token " + i)
                .toList();
        return holders.stream().findFirst();
    }

    private static String sealed(String until, byte[] token) {
        return HexFormat.of().formatHex(seal(PURPOSE + until, token));
    }

    private static byte[] seal(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, SEAL));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
