package org.stylecodes.studio.model;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.ModelInfo;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.CancelledException;
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
        } catch (RuntimeException | Error e) {
            drawing.close();
            throw e;
        }
    }

    /**
     * The model.
     *
     * @throws NotReadyException if it is still being loaded, or could not be
     */
    public Instances get() {
        if (loading.isCompletedExceptionally()) { // for a reason that names paths, which callers should not learn
            throw new NotReadyException("the model could not be loaded; the log of the server says why");
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

    /**
     * The code that a text is, in any form.
     *
     * @throws org.stylecodes.code.InvalidCodeException if it is none, or one of another model
     * @throws NotReadyException as {@link #get} does
     */
    public StyleCode code(String text) {
        return CodeText.parse(text).codeFor(info().id());
    }

    /** Completes when the model is loaded, or could not be. */
    public CompletableFuture<Instances> loading() {
        return loading.copy();
    }

    /** Runs a task in the background once the model can be used; never if it cannot be loaded. */
    public void whenReady(Runnable task) {
        loading.thenRunAsync(
                () -> {
                    try {
                        task.run();
                    } catch (NotReadyException | CancelledException stopping) {
                        LOG.debug("a task on the model was given up: {}", stopping.getMessage());
                    } catch (RuntimeException | Error e) {
                        LOG.warn("a task on the model failed: {}", FailureLog.describe(e));
                    }
                },
                LoadedModel::inBackground);
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
