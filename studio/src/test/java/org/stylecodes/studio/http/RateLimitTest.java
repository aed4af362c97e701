package org.stylecodes.studio.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;
    private final AtomicLong clock = new AtomicLong();
    private final RateLimit limit = new RateLimit(2, 3, clock::get);

    @Test
    void aBurstIsLetThroughAndNoMore() {
        assertTrue(limit.take("a") && limit.take("a") && limit.take("a"));
        assertFalse(limit.take("a"));
    }

    @Test
    void oneCallerDoesNotSlowAnother() {
        assertTrue(limit.take("a") && limit.take("a") && limit.take("a"));
        assertTrue(limit.take("b"));
    }

    @Test
    void aCallerMayComeAgainAtTheRate() {
        assertTrue(limit.take("a") && limit.take("a") && limit.take("a"));
        clock.addAndGet(SECOND / 2);
        assertTrue(limit.take("a"));
        assertFalse(limit.take("a"));
    }

    @Test
    void tenTokensMayBeGuessedAtOnceAndAnotherEveryTenSeconds() {
        RateLimit guesses = RateLimit.ofGuesses(clock::get);
        for (int i = 0; i < 10; i++) {
            assertTrue(guesses.take("a"));
        }
        clock.addAndGet(10 * SECOND - 1);
        assertFalse(guesses.take("a"));
        clock.addAndGet(1);
        assertTrue(guesses.take("a"));
        assertFalse(guesses.take("a"));
    }
}
