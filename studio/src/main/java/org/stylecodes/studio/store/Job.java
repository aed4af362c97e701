package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generation: waiting, running or ended.
 *
 * @param model the id of the model that must draw the job; null for any model
 * @param request the completed request as JSON
 * @param init the id of the picture that the generation starts from; null for none
 * @param results the pictures drawn so far, in order
 * @param error why the job failed; null if it did not fail
 * @param attempts how often the job was started since it last made a picture
 * @param startedAt when the job was first started; null if it was not
 * @param finishedAt when the job ended; null if it has not
 */
public record Job(
        UUID id,
        Kind kind,
        State state,
        @Nullable String model,
        String request,
        @Nullable String init,
        Progress progress,
        List<Result> results,
        @Nullable Failure error,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /** What a job is for. Jobs are drawn in the order of these constants. */
    public enum Kind {
        /** Requested by a caller who waits for it. */
        GENERATION,
        /** A sample of a style that somebody is looking at. */
        PREVIEW,
        /** A sample for the gallery, drawn when nothing else waits. */
        SAMPLE
    }

    /** The state of a job. */
    public enum State {
        /** Waiting in the queue. */
        QUEUED,
        /** Being drawn. */
        RUNNING,
        /** Drawn completely. */
        DONE,
        /** Failed; the job holds the reason. */
        FAILED,
        /** Cancelled by a caller. */
        CANCELLED;

        /** Whether the job has ended and will not change any more. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * The progress of a job.
     *
     * @param picture the number of the picture being drawn, starting at 1; 0 before the first
     * @param pictures the number of pictures in total
     * @param step the last step taken of that picture, starting at 1; 0 before the first
     * @param steps the number of steps of each picture
     * @param secondsLeft the estimated time left; null if it is unknown
     */
    public record Progress(
            int picture,
            int pictures,
            int step,
            int steps,
            @Nullable Double secondsLeft) {
        /** The progress of a job that has not started. */
        public static Progress none(int pictures, int steps) {
            return new Progress(0, pictures, 0, steps, null);
        }
    }

    /**
     * A picture that a job drew.
     *
     * @param number the number of the picture, starting at 0
     * @param seed the seed that draws this picture alone
     * @param picture the id of the picture
     */
    public record Result(int number, long seed, String picture) {}

    /**
     * The reason why a job was not drawn.
     *
     * @param message the reason, for the caller
     * @param ofServer true if the server failed and the same request may succeed later
     */
    public record Failure(String message, boolean ofServer) {}

    public Job {
        results = List.copyOf(results);
    }

    /** Creates a waiting job with a random id. */
    public static Job waiting(
            Kind kind, @Nullable String model, String request, @Nullable String init, int pictures, int steps) {
        return new Job(
                UUID.randomUUID(),
                kind,
                State.QUEUED,
                model,
                request,
                init,
                Progress.none(pictures, steps),
                List.of(),
                null,
                0,
                Instant.ofEpochMilli(System.currentTimeMillis()),
                null,
                null);
    }

    /** This job with other progress. */
    public Job with(Progress progress) {
        return new Job(
                id,
                kind,
                state,
                model,
                request,
                init,
                progress,
                results,
                error,
                attempts,
                createdAt,
                startedAt,
                finishedAt);
    }
}
