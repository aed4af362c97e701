package org.stylecodes.studio.gallery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.drawing.ModelNotReadyException;

/** Looks, now and then, for styles in the gallery whose samples nobody has asked for yet. */
public final class SampleRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SampleRounds.class);
    private static final long SECONDS = 15;

    private final Samples samples;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sample-rounds"));

    /** @param samples that are asked for */
    public SampleRounds(Samples samples) {
        this.samples = samples;
    }

    /** Begins. */
    public void start() {
        clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            samples.requestMissing();
        } catch (ModelNotReadyException e) {
            LOG.debug("no samples yet: {}", e.getMessage());
        } catch (RuntimeException | Error e) { // what is away may be back the next time
            LOG.warn("samples could not be asked for: {}", e.getClass().getName());
        }
    }

    /** Ends, after the look that is being taken. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
