package org.stylecodes.studio.model;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.ModelInfo;
import org.stylecodes.StyleCodes;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.error.NotReadyException;

/**
 * The model, opened twice: a {@link StyleCodes} works on one request at a time, and encoding a picture must not wait for a
 * generation. Weights are read when they are needed, so the second instance holds the image encoder alone. The model is loaded
 * in the background. Thread-safe.
 */
public final class LoadedModel implements AutoCloseable {
    /** The two instances of the model. */
    public record Instances(StyleCodes drawing, StyleCodes encoding) {}

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModel.class);

    private final CompletableFuture<Instances> loading;

    private LoadedModel(CompletableFuture<Instances> loading) {
        this.loading = loading;
    }

    /** Begins to load a model in the background. */
    public static LoadedModel load(Supplier<StyleCodes> opener) {
        return new LoadedModel(CompletableFuture.supplyAsync(() -> open(opener), LoadedModel::inBackground));
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "model-loading");
        thread.setDaemon(true);
        thread.start();
    }

    private static Instances open(Supplier<StyleCodes> opener) {
        StyleCodes drawing = opener.get();
        try {
            return new Instances(drawing, opener.get());
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
     * @throws NotReadyException if it is still being loaded, or could not be
     */
    public Instances get() {
        Throwable failure = failure();
        if (failure != null) {
            throw new NotReadyException("the model could not be loaded: " + failure.getMessage());
        }
        Instances instances = loading.getNow(null);
        if (instances == null) {
            throw new NotReadyException("the model is still being loaded; try again in a few seconds");
        }
        return instances;
    }

    /** What the model is.
     *
     * @throws NotReadyException as {@link #get} does
     */
    public ModelInfo info() {
        return get().drawing().info();
    }

    /** Completes when the model is loaded, or could not be. */
    public CompletableFuture<Instances> loading() {
        return loading.copy();
    }

    /** Runs a task in the background once the model can be used; never if it cannot be loaded. */
    public void whenReady(Runnable task) {
        loading.thenRunAsync(task, LoadedModel::inBackground).exceptionally(failure -> {
            LOG.warn("a task on the model failed: {}", FailureLog.describe(failure));
            return null;
        });
    }

    /** Frees the model, once it is loaded and after the work it is doing. */
    @Override
    public void close() {
        loading.thenAccept(instances -> {
            instances.drawing().close();
            instances.encoding().close();
        });
    }
}
