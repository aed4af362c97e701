package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final long NOW = 1_700_000_000_000L;
    private final Tokens tokens = new Tokens("0123456789abcdef");

    @Test
    void onlyTheWholeTokenIsTheToken() {
        assertTrue(tokens.isToken("0123456789abcdef"));
        assertFalse(tokens.isToken("0123456789abcde"));
        assertFalse(tokens.isToken("0123456789abcdeF"));
        assertFalse(tokens.isToken(""));
    }

    @Test
    void aCookieHoldsForThirtyDays() {
        String cookie = tokens.cookie(NOW);
        assertTrue(tokens.isCookie(cookie, NOW + Duration.ofDays(30).toMillis() - 1));
        assertFalse(tokens.isCookie(cookie, NOW + Duration.ofDays(30).toMillis()));
    }

    @Test
    void aCookieWithAnotherTimeIsNone() {
        String cookie = tokens.cookie(NOW);
        assertFalse(tokens.isCookie("9" + cookie, NOW));
    }

    @Test
    void aCookieOfAnotherTokenIsNone() {
        assertFalse(tokens.isCookie(new Tokens("another token here").cookie(NOW), NOW));
    }

    @Test
    void anythingElseIsNoCookie() {
        assertFalse(tokens.isCookie("", NOW));
        assertFalse(tokens.isCookie("99999999999999999999.ab", NOW));
        assertFalse(tokens.isCookie("a.b.c", NOW));
    }
}
