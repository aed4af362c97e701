package org.stylecodes.studio.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits how many requests each caller may make. Each caller has a bucket of permits that fills at a constant rate, and every
 * request takes one permit (Turner 1986, the leaky bucket as a meter). Thread-safe.
 */
final class RateLimiter {
    /** After this many seconds another wrong token is allowed. */
    static final int SECONDS_PER_WRONG_TOKEN = 10;

    private static final int MAX_CALLERS = 10_000;
    private static final int WRONG_TOKENS = 10;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    private record Bucket(double permits, long nanos) {}

    /**
     * @param perSecond the average number of requests per second
     * @param burst the most requests at once
     * @param nanos a clock, in nanoseconds
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

    /** Takes a permit of a caller; false if none is left. */
    synchronized boolean tryAcquire(String caller) {
        long now = nanos.getAsLong();
        double permits = permits(caller, now);
        boolean allowed = permits >= 1;
        buckets.put(caller, new Bucket(allowed ? permits - 1 : permits, now));
        return allowed;
    }

    private double permits(String caller, long now) {
        Bucket bucket = buckets.get(caller);
        return bucket == null ? burst : Math.min(burst, bucket.permits() + (now - bucket.nanos()) / 1e9 * perSecond);
    }
}
