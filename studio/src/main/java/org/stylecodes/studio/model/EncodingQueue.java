package org.stylecodes.studio.model;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
        LoadedModel.Instances instances = model.get();
        try {
            Future<StyleCode> code = thread.submit(() -> instances.encoding().encode(picture));
            return code.get();
        } catch (RejectedExecutionException e) {
            throw new OverloadedException(
                    MAX_WAITING + " pictures are waiting to be encoded; try again in a moment", 2);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotReadyException.stopping();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
