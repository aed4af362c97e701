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
 * Removes, now and then, what was not used for a long time: generations that ended, samples of styles that nobody kept, and
 * pictures that neither of those that are left, nor a style of the gallery, names. The gallery itself stays as it is.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long MINUTES = 60;

    private final FailureLog failures = new FailureLog(LOG, "removing old generations and pictures");
    private final Store store;
    private final PictureStore pictures;
    private final Duration keep;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeping"));

    /** @param keep how long something stays after it was last used */
    Housekeeping(Store store, PictureStore pictures, Duration keep) {
        this.store = store;
        this.pictures = pictures;
        this.keep = keep;
    }

    /** Begins, with what has been left since the last time. */
    void start() {
        clock.scheduleWithFixedDelay(this::cleanUp, 1, MINUTES, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            cleanUp(Instant.now().minus(keep));
            failures.succeeded();
        } catch (RuntimeException | Error e) { // what is away may be back the next time
            failures.failed(e);
        }
    }

    /** Removes what was last used before a time. */
    void cleanUp(Instant before) {
        int samples = store.samples().removeUnkept(before);
        int jobs = store.jobs().removeEnded(before);
        int files = pictures.removeUnused(before);
        if (samples + jobs + files > 0) {
            LOG.info("removed {} generations and {} pictures that were not used since {}", jobs, files, before);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
