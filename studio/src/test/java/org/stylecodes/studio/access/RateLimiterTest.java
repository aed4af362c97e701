package org.stylecodes.studio.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000L;
    private final AtomicLong clock = new AtomicLong();
    private final RateLimiter limit = new RateLimiter(2, 3, clock::get);

    @Test
    void aBurstIsAllowedAndNoMore() {
        assertTrue(limit.tryAcquire("a") && limit.tryAcquire("a") && limit.tryAcquire("a"));
        assertFalse(limit.tryAcquire("a"));
    }

    @Test
    void oneCallerDoesNotSlowAnother() {
        assertTrue(limit.tryAcquire("a") && limit.tryAcquire("a") && limit.tryAcquire("a"));
        assertTrue(limit.tryAcquire("b"));
    }

    @Test
    void permitsReturnAtTheRate() {
        assertTrue(limit.tryAcquire("a") && limit.tryAcquire("a") && limit.tryAcquire("a"));
        clock.addAndGet(SECOND / 2);
        assertTrue(limit.tryAcquire("a"));
        assertFalse(limit.tryAcquire("a"));
    }

    @Test
    void tenTokensMayBeGuessedAtOnceAndAnotherEveryTenSeconds() {
        RateLimiter guesses = RateLimiter.ofWrongTokens(clock::get);
        for (int i = 0; i < 10; i++) {
            assertTrue(guesses.tryAcquire("a"));
        }
        clock.addAndGet(10 * SECOND - 1);
        assertFalse(guesses.tryAcquire("a"));
        clock.addAndGet(1);
        assertTrue(guesses.tryAcquire("a"));
        assertFalse(guesses.tryAcquire("a"));
    }
}
