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

/** Encodes pictures one after the other, on a thread of its own so that encoding never waits for drawing. Thread-safe. */
public final class EncodingQueue implements AutoCloseable {
    private static final int MOST_WAITING = 128;

    private final LoadedModel model;
    private final ThreadPoolExecutor thread;

    /** @param model encodes */
    public EncodingQueue(LoadedModel model) {
        this.model = model;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> new Thread(task, "encoding"));
    }

    /**
     * The code of a picture; waits until the pictures that came before are encoded.
     *
     * @throws OverloadedException if too many wait
     * @throws NotReadyException if there is no model yet, or the server stops
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
                            MOST_WAITING + " pictures wait for their codes; try again in a moment", 2);
        }
    }

    /** Interrupts the picture that is being encoded, and tells those whose pictures wait. */
    @Override
    public void close() {
        for (Runnable task : thread.shutdownNow()) {
            if (task instanceof Future<?> code) {
                code.cancel(false);
            }
        }
    }
}
