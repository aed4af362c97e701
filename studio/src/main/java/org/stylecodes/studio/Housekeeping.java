package org.stylecodes.studio;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Store;

/**
 * Periodically removes what has not been used for a long time: finished generations, samples of styles that nobody kept, and
 * pictures that no remaining generation or sample and no style of the gallery refers to. The gallery itself is left unchanged.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long PERIOD_MINUTES = 60;

    private final FailureLog failures = new FailureLog(LOG, "removing old generations and pictures");
    private final Store store;
    private final PictureStore pictures;
    private final Duration keep;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeping"));

    /** @param keep how long something is kept after it was last used */
    Housekeeping(Store store, PictureStore pictures, Duration keep) {
        this.store = store;
        this.pictures = pictures;
        this.keep = keep;
    }

    /** Starts the schedule. The first run is one minute from now. */
    void start() {
        clock.scheduleWithFixedDelay(this::cleanUp, 1, PERIOD_MINUTES, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            cleanUp(Instant.now().minus(keep));
            failures.succeeded();
        } catch (RuntimeException | Error e) { // the store may be reachable again at the next run
            failures.failed(e);
        }
    }

    /** Removes everything that was last used before a time. */
    void cleanUp(Instant before) {
        int samples = store.samples().removeUnkept(before);
        int jobs = store.jobs().removeEnded(before);
        int files = pictures.removeUnused(before);
        if (samples + jobs + files > 0) {
            LOG.info("removed {} generations and {} pictures that had not been used since {}", jobs, files, before);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
