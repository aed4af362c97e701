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
 * The model, opened twice, because a {@link StyleCodes} works on one request at a time and encoding a picture must not wait for
 * a generation. Weights are read when they are first needed, so the second instance holds only the image encoder. The model is
 * loaded in the background. Thread-safe.
 */
public final class LoadedModel implements AutoCloseable {
    /** The two instances of the model. */
    public record Instances(StyleCodes drawing, StyleCodes encoding) {}

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModel.class);

    private final CompletableFuture<Instances> loading;

    private LoadedModel(CompletableFuture<Instances> loading) {
        this.loading = loading;
    }

    /** Starts loading a model in the background. */
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
     * The instances of the model.
     *
     * @throws NotReadyException if the model is still loading or could not be loaded
     */
    public Instances get() {
        if (loading.isCompletedExceptionally()) { // the reason may name paths, which callers must not learn
            throw new NotReadyException("the model could not be loaded; the log of the server has the cause");
        }
        Instances instances = loading.getNow(null);
        if (instances == null) {
            throw new NotReadyException("the model is still being loaded; try again in a few seconds");
        }
        return instances;
    }

    /**
     * The description of the model.
     *
     * @throws NotReadyException if the model is still loading or could not be loaded
     */
    public ModelInfo info() {
        return get().drawing().info();
    }

    /**
     * Parses a code in any form.
     *
     * @throws org.stylecodes.code.InvalidCodeException if the text is not a code, or is the code of another model
     * @throws NotReadyException if the model is still loading or could not be loaded
     */
    public StyleCode code(String text) {
        return CodeText.parse(text).codeFor(info().id());
    }

    /** A future that completes when the model is loaded, or fails if it cannot be loaded. */
    public CompletableFuture<Instances> loading() {
        return loading.copy();
    }

    /** Runs a task in the background once the model is loaded. If the model cannot be loaded, the task never runs. */
    public void whenReady(Runnable task) {
        loading.thenRunAsync(
                () -> {
                    try {
                        task.run();
                    } catch (NotReadyException | CancelledException stopping) {
                        LOG.debug("a task that waited for the model was cancelled: {}", stopping.getMessage());
                    } catch (RuntimeException | Error e) {
                        LOG.warn("a task that waited for the model failed: {}", FailureLog.describe(e));
                    }
                },
                LoadedModel::inBackground);
    }

    /** Closes the model once it is loaded and its current work is done. */
    @Override
    public void close() {
        loading.thenAccept(instances -> {
            instances.drawing().close();
            instances.encoding().close();
        });
    }
}
