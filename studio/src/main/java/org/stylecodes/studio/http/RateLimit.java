package org.stylecodes.studio.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each caller may come: a bucket of drops for each, which fills steadily and from which every request takes one
 * (Turner 1986, the leaky bucket as a meter). Thread-safe.
 */
final class RateLimit {
    /** After which another wrong token may be tried. */
    static final int GUESS_SECONDS = 10;

    private static final int MOST_CALLERS = 10_000;
    private static final int GUESSES = 10;

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

    private record Bucket(double drops, long nanos) {}

    /**
     * @param perSecond how many requests over a while
     * @param burst how many at once
     * @param nanos a clock
     */
    RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** How often somebody may be wrong. */
    static RateLimit ofGuesses(LongSupplier nanos) {
        return new RateLimit(1.0 / GUESS_SECONDS, GUESSES, nanos);
    }

    /** Whether a caller may come now, which counts. */
    synchronized boolean take(String caller) {
        long now = nanos.getAsLong();
        double drops = drops(caller, now);
        boolean enough = drops >= 1;
        buckets.put(caller, new Bucket(enough ? drops - 1 : drops, now));
        return enough;
    }

    private double drops(String caller, long now) {
        Bucket bucket = buckets.get(caller);
        return bucket == null ? burst : Math.min(burst, bucket.drops() + (now - bucket.nanos()) / 1e9 * perSecond);
    }
}
