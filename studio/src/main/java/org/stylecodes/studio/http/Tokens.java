package org.stylecodes.studio.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of a studio, and the cookies that stand for it. A cookie is a time and a seal over it that only the token makes,
 * so that it outlives restarts and every server with that token takes it. Immutable.
 */
final class Tokens {
    private static final Duration VALID = Duration.ofDays(30);
    private static final String SEAL = "HmacSHA256";
    private static final String PURPOSE = "stylecodes session until ";

    private final byte[] token;

    Tokens(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a text is the token; takes as long for one that is nearly right. */
    boolean isToken(String text) {
        byte[] given = seal("compare", text.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(seal("compare", token), given);
    }

    /** A new cookie. */
    String cookie(long nowMillis) {
        String until = String.valueOf(nowMillis + VALID.toMillis());
        return until + "." + sealed(until);
    }

    /** Whether a text is a cookie that still holds. */
    boolean isCookie(String text, long nowMillis) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}")) {
            return false;
        }
        boolean genuine = MessageDigest.isEqual(
                sealed(parts[0]).getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
        return genuine && Long.parseLong(parts[0]) > nowMillis;
    }

    static int validSeconds() {
        return (int) VALID.toSeconds();
    }

    private String sealed(String until) {
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
