package org.stylecodes.studio.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final String TOKEN = "0123456789abcdef";
    private static final String OTHER = "another token here";
    private final TokenVerifier tokens = new TokenVerifier(List.of(TOKEN, OTHER));

    @Test
    void onlyTheWholeTokenIsTheToken() {
        assertTrue(tokens.holder("0123456789abcdef").isPresent());
        assertTrue(tokens.holder("0123456789abcde").isEmpty());
        assertTrue(tokens.holder("0123456789abcdeF").isEmpty());
        assertTrue(tokens.holder("").isEmpty());
    }

    @Test
    void aCookieIsValidForThirtyDays() {
        String cookie = tokens.cookie(TOKEN, NOW);
        assertTrue(tokens.cookieHolder(cookie, NOW + Duration.ofDays(30).toMillis() - 1)
                .isPresent());
        assertTrue(tokens.cookieHolder(cookie, NOW + Duration.ofDays(30).toMillis())
                .isEmpty());
    }

    @Test
    void aCookieWithAnotherTimeIsInvalid() {
        String cookie = tokens.cookie(TOKEN, NOW);
        assertTrue(tokens.cookieHolder("9" + cookie, NOW).isEmpty());
    }

    @Test
    void aCookieOfAnotherTokenIsInvalid() {
        assertTrue(tokens.cookieHolder(tokens.cookie("a third token of a stranger", NOW), NOW)
                .isEmpty());
    }

    @Test
    void otherTextsAreNotCookies() {
        assertTrue(tokens.cookieHolder("", NOW).isEmpty());
        assertTrue(tokens.cookieHolder("99999999999999999999.ab", NOW).isEmpty());
        assertTrue(tokens.cookieHolder("a.b.c", NOW).isEmpty());
    }

    @Test
    void aCookieHasTheHolderOfItsToken() {
        assertEquals(tokens.holder(OTHER), tokens.cookieHolder(tokens.cookie(OTHER, NOW), NOW));
        assertNotEquals(tokens.holder(TOKEN), tokens.holder(OTHER));
    }
}
