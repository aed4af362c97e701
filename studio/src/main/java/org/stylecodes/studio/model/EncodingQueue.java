package org.stylecodes.studio.model;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.error.OverloadedException;

/** Encodes pictures one at a time, on a thread of its own so that encoding never waits for drawing. Thread-safe. */
public final class EncodingQueue implements AutoCloseable {
    private static final int MAX_WAITING = 128;

    private final LoadedModel model;
    private final ThreadPoolExecutor thread;

    /** @param model the model that encodes */
    public EncodingQueue(LoadedModel model) {
        this.model = model;
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> new Thread(task, "encoding"));
    }

    /**
     * Encodes a picture. Blocks until earlier pictures are encoded.
     *
     * @throws OverloadedException if too many pictures wait
     * @throws NotReadyException if the model is not loaded, or the server is stopping
     */
    public StyleCode encode(Picture picture) {
        Future<StyleCode> code = submit(model.get().encoding(), picture);
        try {
            return code.get();
        } catch (CancellationException e) {
            throw NotReadyException.stopping();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            code.cancel(true);
            Thread.currentThread().interrupt();
            throw NotReadyException.stopping();
        }
    }

    private Future<StyleCode> submit(StyleCodes encoder, Picture picture) {
        try {
            return thread.submit(() -> encoder.encode(picture));
        } catch (RejectedExecutionException e) {
            throw thread.isShutdown()
                    ? NotReadyException.stopping()
                    : new OverloadedException(
                            MAX_WAITING + " pictures are waiting to be encoded; try again in a moment", 2);
        }
    }

    /** Interrupts the encoding in progress. Callers whose pictures wait get a {@link NotReadyException}. */
    @Override
    public void close() {
        for (Runnable task : thread.shutdownNow()) {
            if (task instanceof Future<?> code) {
                code.cancel(false);
            }
        }
    }
}
