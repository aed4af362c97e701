package org.stylecodes.studio.access;

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
 * Checks tokens, and makes and checks the session cookies that stand for them. A cookie consists of an expiry time and an HMAC
 * over it, with a token as the key. So cookies survive a restart, and every server with that token accepts them. Comparisons
 * take constant time. Immutable.
 */
final class TokenVerifier {
    private static final Duration COOKIE_LIFETIME = Duration.ofDays(30);
    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "stylecodes session until ";

    private final List<byte[]> tokens;

    TokenVerifier(List<String> tokens) {
        this.tokens = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The holder of a token, as a name that does not reveal it; empty if the text is not a token. */
    Optional<String> holder(String text) {
        byte[] given = hmac("compare", text.getBytes(StandardCharsets.UTF_8));
        return holder(token -> MessageDigest.isEqual(hmac("compare", token), given));
    }

    /**
     * A new cookie that stands for a token.
     *
     * @param token one of the accepted tokens
     */
    String cookie(String token, long nowMillis) {
        String until = String.valueOf(nowMillis + COOKIE_LIFETIME.toMillis());
        return until + "." + signature(until, token.getBytes(StandardCharsets.UTF_8));
    }

    /** The holder of the token that a cookie stands for; empty if the cookie is invalid or has expired. */
    Optional<String> cookieHolder(String text, long nowMillis) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || Long.parseLong(parts[0]) <= nowMillis) {
            return Optional.empty();
        }
        byte[] given = parts[1].getBytes(StandardCharsets.UTF_8);
        return holder(
                token -> MessageDigest.isEqual(signature(parts[0], token).getBytes(StandardCharsets.UTF_8), given));
    }

    static int validSeconds() {
        return (int) COOKIE_LIFETIME.toSeconds();
    }

    // Checks all tokens even after a match, so that the time does not reveal which one matched.
    private Optional<String> holder(Predicate<byte[]> isTheirs) {
        List<String> holders = IntStream.range(0, tokens.size())
                .filter(i -> isTheirs.test(tokens.get(i)))
                .mapToObj(i -> "token " + i)
                .toList();
        return holders.stream().findFirst();
    }

    private static String signature(String until, byte[] token) {
        return HexFormat.of().formatHex(hmac(PURPOSE + until, token));
    }

    private static byte[] hmac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform has HMAC-SHA256
        }
    }
}
