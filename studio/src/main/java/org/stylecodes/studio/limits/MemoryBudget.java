package org.stylecodes.studio.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.error.OverloadedException;

/**
 * Limits the share of the heap that the pictures of callers take at once. A request for which there is no room waits, first
 * come, first served, and is refused after {@link #PATIENCE}. A request that reserves more than once must do so in the order
 * body, file, pixels; another order could deadlock. Thread-safe.
 */
public final class MemoryBudget {
    private static final int UNIT = 1 << 10; // bytes
    private static final int BYTES_PER_PIXEL = 16; // 12 to decode a picture, and as many to encode it again
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;

    private final Share files;
    private final Share bodies;
    private final Share pixels;

    /**
     * @param files the bytes that files may take; request bodies may take as many
     * @param pixels the bytes that decoded pictures may take
     * @param patience how long a caller waits for room
     */
    MemoryBudget(long files, long pixels, Duration patience) {
        this.files = new Share(files, patience);
        this.bodies = new Share(files, patience);
        this.pixels = new Share(pixels, patience);
    }

    /** A budget of half of the Java heap for pixels, and an eighth each for files and bodies. */
    public static MemoryBudget ofHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        return new MemoryBudget(heap / 8, heap / 2, PATIENCE);
    }

    /** Memory that is reserved until this is closed. */
    public interface Reservation extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Reserves room for a file. A file that is larger than the whole share gets all of it.
     *
     * @throws OverloadedException if there was no room in time
     */
    public Reservation file(long bytes) {
        return files.take(bytes);
    }

    /**
     * Reserves room for a request body that carries a picture, before it is received. Bodies have a share of their own, so a
     * slow sender does not make others wait for room for files.
     *
     * @throws OverloadedException if there was no room in time
     */
    public Reservation body(long bytes) {
        return bodies.take(bytes);
    }

    /**
     * Reserves room to decode and encode a picture. A picture that is larger than the whole share gets all of it.
     *
     * @throws OverloadedException if there was no room in time
     */
    public Reservation pixels(long count) {
        return pixels.take(count * BYTES_PER_PIXEL);
    }

    /** A part of the heap, counted in kibibytes. */
    private static final class Share {
        private final int size;
        private final Semaphore free;
        private final Duration patience;

        Share(long bytes, Duration patience) {
            size = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
            free = new Semaphore(size, true);
            this.patience = patience;
        }

        Reservation take(long bytes) {
            int units = (int) Math.min(size, (bytes + UNIT - 1) / UNIT);
            try {
                if (!free.tryAcquire(units, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new OverloadedException(
                            "the server is busy with other pictures; try again in a moment, or send a smaller picture",
                            RETRY_SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw NotReadyException.stopping();
            }
            return () -> free.release(units);
        }
    }
}
