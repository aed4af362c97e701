package org.stylecodes.studio.drawing;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;

/** Codes of pictures, one after the other, beside whatever is being drawn. Thread-safe. */
public final class EncodingLane implements AutoCloseable {
    private static final int MOST_WAITING = 128;

    private final Models models;
    private final ThreadPoolExecutor thread;

    /** @param models that encode */
    public EncodingLane(Models models) {
        this.models = models;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> new Thread(task, "encoding"));
    }

    /**
     * The code of a picture; waits for those that were asked for before.
     *
     * @throws QueueFullException if too many wait
     * @throws ModelNotReadyException if there is no model yet
     */
    public StyleCode encode(Picture picture) {
        Models.Pair pair = models.get();
        try {
            Future<StyleCode> code = thread.submit(() -> pair.encoding().encode(picture));
            return code.get();
        } catch (RejectedExecutionException e) {
            throw new QueueFullException(MOST_WAITING + " pictures wait for their codes; try again in a moment", 2);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StyleCodesException("the server is being stopped", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
