package org.stylecodes.studio.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Bounds how many requests each caller may make: a bucket of permits for each caller fills at a constant rate, and every request
 * takes one (Turner 1986, the leaky bucket as a meter). Thread-safe.
 */
final class RateLimiter {
    /** The time after which another wrong token may be tried. */
    static final int SECONDS_PER_WRONG_TOKEN = 10;

    private static final int MOST_CALLERS = 10_000;
    private static final int WRONG_TOKENS = 10;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Bucket(double permits, long nanos) {}

    /**
     * @param perSecond how many requests a second, on average
     * @param burst how many at once
     * @param nanos a clock
     */
    RateLimiter(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** The limiter of wrong tokens. */
    static RateLimiter ofWrongTokens(LongSupplier nanos) {
        return new RateLimiter(1.0 / SECONDS_PER_WRONG_TOKEN, WRONG_TOKENS, nanos);
    }

    /** Takes a permit of a caller; false if there is none. */
    synchronized boolean tryAcquire(String caller) {
        long now = nanos.getAsLong();
        double permits = permits(caller, now);
        boolean enough = permits >= 1;
        buckets.put(caller, new Bucket(enough ? permits - 1 : permits, now));
        return enough;
    }

    private double permits(String caller, long now) {
        Bucket bucket = buckets.get(caller);
        return bucket == null ? burst : Math.min(burst, bucket.permits() + (now - bucket.nanos()) / 1e9 * perSecond);
    }
}
