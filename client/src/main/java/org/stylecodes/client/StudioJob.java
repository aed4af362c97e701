package org.stylecodes.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Request;

/**
 * The state of a job in a studio at the time of the response. Immutable.
 *
 * @param id the id of the job
 * @param state whether the job waits, runs or has ended
 * @param position its position in the queue, from 1; 0 if it does not wait
 * @param request the request that it draws, in which the defaults and the seed are filled in; it lacks the init picture
 * @param results the pictures drawn so far, in the order of their seeds
 * @param error why the job failed; null if it did not fail
 * @param createdAt when the studio accepted the job
 * @param finishedAt when the job ended; null before
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
    /** The states of a job. */
    public enum State {
        /** The job waits for others. */
        QUEUED,
        /** The job is being drawn. */
        RUNNING,
        /** All pictures are drawn. */
        DONE,
        /** The job failed; {@link StudioJob#error} tells why. */
        FAILED,
        /** The job was cancelled. */
        CANCELLED;

        /** Tells whether the job has ended. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * A picture of a job.
     *
     * @param seed the seed that draws only this picture
     * @param picture the picture in the studio
     */
    public record Result(long seed, StudioPicture picture) {}

    /** Copies the list. */
    public StudioJob {
        results = List.copyOf(results);
    }
}
