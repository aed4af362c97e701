package org.stylecodes.tensor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * How long the layers of this package take by kind of operation, and how many floating-point operations they are. For measurements: one
 * profile at a time. If several threads run networks, their times are added up.
 */
public final class Profile implements AutoCloseable {
    /** A kind of operation. Additions, activations, concatenations and changes of layout are of none. */
    public enum Kind {
        CONVOLUTION,
        MATRIX_PRODUCT,
        ATTENTION,
        NORMALIZATION
    }

    /**
     * What all operations of one kind took.
     *
     * @param seconds of one thread's time from start to end
     * @param operations floating-point operations, a multiplication and an addition counting as two
     */
    public record Total(double seconds, double operations) {
        /** Of a kind that did not occur. */
        public static final Total NOTHING = new Total(0, 0);

        /** What was added since an earlier total. */
        public Total since(Total earlier) {
            return plus(-earlier.seconds, -earlier.operations);
        }

        private Total plus(double moreSeconds, double moreOperations) {
            return new Total(seconds + moreSeconds, operations + moreOperations);
        }
    }

    private static volatile @Nullable Profile active;

    private final Map<Kind, Total> totals = new ConcurrentHashMap<>();
    // Whether the thread is in an operation. Operations inside are parts of it.
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    private Profile() {
        for (Kind kind : Kind.values()) {
            totals.put(kind, Total.NOTHING);
        }
    }

    /** Begins a profile; {@link #close} ends it. */
    public static Profile start() {
        Profile profile = new Profile();
        active = profile;
        return profile;
    }

    /** What the layers took until now. */
    public Map<Kind, Total> totals() {
        return Map.copyOf(totals);
    }

    @Override
    public void close() {
        active = null;
    }

    static Tensor record(Kind kind, double operations, Supplier<Tensor> operation) {
        Profile profile = active;
        return profile == null || profile.inside.get() ? operation.get() : profile.timed(kind, operations, operation);
    }

    private Tensor timed(Kind kind, double operations, Supplier<Tensor> operation) {
        inside.set(true);
        long begin = System.nanoTime();
        try {
            Tensor result = operation.get();
            totals.merge(kind, Total.NOTHING, (total, nothing) -> total.plus(seconds(begin), operations));
            return result;
        } finally {
            inside.set(false);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
