package org.stylecodes.studio.gallery;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.error.NotReadyException;

/** Periodically looks for styles in the gallery whose samples are missing, and queues them. */
public final class SampleScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SampleScheduler.class);
    private static final long PERIOD_SECONDS = 15;

    private final FailureLog failures = new FailureLog(LOG, "queueing the samples of styles");
    private final StyleSamples samples;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sample-scheduler"));

    /** @param samples queues the samples */
    public SampleScheduler(StyleSamples samples) {
        this.samples = samples;
    }

    /** Starts the schedule. */
    public void start() {
        clock.scheduleWithFixedDelay(this::queueMissing, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void queueMissing() {
        try {
            samples.requestMissing();
            failures.succeeded();
        } catch (NotReadyException e) {
            LOG.debug("no samples yet: {}", e.getMessage());
        } catch (RuntimeException | Error e) { // the next run may succeed
            failures.failed(e);
        }
    }

    /** Stops after the current run. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PERIOD_SECONDS, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
