package org.stylecodes.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Request;

/**
 * A generation in a studio at the moment of the answer: waiting, running or ended.
 *
 * @param id of the job
 * @param state what becomes of it
 * @param position its place among those that wait, the first being 1; 0 if it does not wait
 * @param request what it draws, with nothing left open but its init picture
 * @param results the pictures drawn so far, in the order of their seeds
 * @param error why it failed; null if it did not
 * @param createdAt when the studio took it
 * @param finishedAt when it ended; null before
 */
public record StudioJob(
        String id,
        State state,
        int position,
        Request request,
        List<Result> results,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    /** What becomes of a job. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether the job has ended. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * A picture of a job.
     *
     * @param seed that draws it alone
     * @param picture where it is
     */
    public record Result(long seed, StudioPicture picture) {}

    /** Copies the list. */
    public StudioJob {
        results = List.copyOf(results);
    }
}
