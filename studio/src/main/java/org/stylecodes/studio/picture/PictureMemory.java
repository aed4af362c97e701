package org.stylecodes.studio.picture;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stylecodes.error.StyleCodesException;

/**
 * The share of the heap that pictures of callers may take at once. Whoever finds no place waits, in the order of coming, and is
 * refused after a while. A place for a body is taken before one for a file, and that before one for its pixels, never the other
 * way around. Thread-safe.
 */
public final class PictureMemory {
    private static final int UNIT = 1 << 10; // bytes
    private static final int BYTES_PER_PIXEL = 16; // 12 to decode one, and as many to encode it again
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Share files;
    private final Share bodies;
    private final Share pixels;

    /**
     * @param files how many bytes files may take, and as many the bodies of requests
     * @param pixels how many bytes decoded pictures may take
     * @param patience how long a caller waits for a place
     */
    PictureMemory(long files, long pixels, Duration patience) {
        this.files = new Share(files, patience);
        this.bodies = new Share(files, patience);
        this.pixels = new Share(pixels, patience);
    }

    /** Half of Java's heap for pixels, and an eighth each for files and bodies. */
    public static PictureMemory ofHeap() {
        long heap = Runtime.getRuntime().maxMemory();
        return new PictureMemory(heap / 8, heap / 2, PATIENCE);
    }

    /** A place, until it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * A place for a file; a file that is larger than the whole share has all of it.
     *
     * @throws MemoryFullException if there was none for a while
     */
    public Place file(long bytes) {
        return files.take(bytes);
    }

    /**
     * A place for the body of a request that carries a picture and is yet to come, which may take its time; so who sends files
     * does not wait for it.
     *
     * @throws MemoryFullException if there was none for a while
     */
    public Place body(long bytes) {
        return bodies.take(bytes);
    }

    /**
     * A place to decode and encode a picture, which has all of the share if it is too large for it.
     *
     * @throws MemoryFullException if there was none for a while
     */
    public Place pixels(long count) {
        return pixels.take(count * BYTES_PER_PIXEL);
    }

    /** What is shared, in kibibytes. */
    private static final class Share {
        private final int all;
        private final Semaphore free;
        private final Duration patience;

        Share(long bytes, Duration patience) {
            all = (int) Math.min(Integer.MAX_VALUE, Math.max(1, bytes / UNIT));
            free = new Semaphore(all, true);
            this.patience = patience;
        }

        Place take(long bytes) {
            int units = (int) Math.min(all, (bytes + UNIT - 1) / UNIT);
            try {
                if (!free.tryAcquire(units, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new MemoryFullException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StyleCodesException("the server is being stopped", e);
            }
            return () -> free.release(units);
        }
    }
}
