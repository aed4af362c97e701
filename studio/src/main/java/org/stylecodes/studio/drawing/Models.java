package org.stylecodes.studio.drawing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.ModelInfo;
import org.stylecodes.StyleCodes;

/**
 * The model, opened twice: a {@link StyleCodes} works at one request at a time, and whoever wants the code of a picture must
 * not wait for somebody's generation. Weights are read when they are needed, so the second one holds the image encoder
 * alone. Loads beside whatever else the program does. Thread-safe.
 */
public final class Models implements AutoCloseable {
    /** The two ways into one model. */
    public record Pair(StyleCodes drawing, StyleCodes encoding) {}

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final CompletableFuture<Pair> loading;

    private Models(CompletableFuture<Pair> loading) {
        this.loading = loading;
    }

    /** Begins to load. */
    public static Models load(Supplier<StyleCodes> opener) {
        return new Models(CompletableFuture.supplyAsync(() -> open(opener), Models::beside));
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "model-loading");
        thread.setDaemon(true);
        thread.start();
    }

    private static Pair open(Supplier<StyleCodes> opener) {
        StyleCodes drawing = opener.get();
        try {
            return new Pair(drawing, opener.get());
        } catch (RuntimeException e) {
            drawing.close();
            throw e;
        }
    }

    /** Why the model could not be loaded; null where it was, or may yet be. */
    private @Nullable Throwable failure() {
        try {
            loading.getNow(null);
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    /**
     * The model.
     *
     * @throws ModelNotReadyException if it is still being loaded, or could not be
     */
    public Pair get() {
        Throwable failure = failure();
        if (failure != null) {
            throw new ModelNotReadyException("the model could not be loaded: " + failure.getMessage());
        }
        Pair pair = loading.getNow(null);
        if (pair == null) {
            throw new ModelNotReadyException("the model is still being loaded; try again in a few seconds");
        }
        return pair;
    }

    /** What the model is, under the same conditions. */
    public ModelInfo info() {
        return get().drawing().info();
    }

    /** Completes when the model is loaded, or could not be. */
    CompletableFuture<Pair> loading() {
        return loading.copy();
    }

    /** Does something beside, once the model can be used; never where it cannot be loaded. */
    public void whenReady(Runnable task) {
        loading.thenRunAsync(task, Models::beside).exceptionally(failure -> {
            LOG.warn("a task on the model failed: {}", failure.getClass().getName());
            return null;
        });
    }

    /** Frees the model, once it is loaded and after the work it is doing. */
    @Override
    public void close() {
        loading.thenAccept(pair -> {
            pair.drawing().close();
            pair.encoding().close();
        });
    }
}
