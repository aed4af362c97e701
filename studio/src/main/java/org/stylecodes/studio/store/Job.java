package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generation, waiting, running or ended.
 *
 * @param model the id of the model that is to draw it; null for any
 * @param request as JSON, with nothing left open
 * @param init the id of the picture that it starts from; null for none
 * @param results what is drawn so far, in order
 * @param error why it failed; null where it did not
 * @param attempts how often it was begun since it last made a picture
 * @param startedAt when it was first begun; null before
 * @param finishedAt when it ended; null before
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
    /** What a job is for; the order in which they are drawn. */
    public enum Kind {
        /** Somebody asked for it and waits. */
        GENERATION,
        /** Somebody looks at a style whose samples are not drawn yet. */
        PREVIEW,
        /** A sample for the gallery, when there is nothing else to do. */
        SAMPLE
    }

    /** Where a job stands. */
    public enum State {
        /** Waits for its turn. */
        QUEUED,
        /** Is being drawn. */
        RUNNING,
        /** Was drawn. */
        DONE,
        /** Could not be drawn; the job says why. */
        FAILED,
        /** Was given up by who asked for it. */
        CANCELLED;

        /** Whether nothing will change any more. */
        public boolean isFinal() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * How far a job has come.
     *
     * @param picture the picture being drawn, the first being 1; 0 before it begins
     * @param pictures how many there will be
     * @param step the step of that picture last taken, the first being 1; 0 before it
     * @param steps how many each picture takes
     * @param secondsLeft what the rest will take, as far as can be told; null where it cannot
     */
    public record Progress(
            int picture,
            int pictures,
            int step,
            int steps,
            @Nullable Double secondsLeft) {
        /** Nothing is drawn yet. */
        public static Progress none(int pictures, int steps) {
            return new Progress(0, pictures, 0, steps, null);
        }
    }

    /**
     * A picture that a job drew.
     *
     * @param number of the picture, the first being 0
     * @param seed that draws it alone
     * @param picture the id of the picture
     */
    public record Result(int number, long seed, String picture) {}

    /**
     * Why a job was not drawn.
     *
     * @param message for who asked for it
     * @param ofServer whether the server failed, and the request could be drawn another time
     */
    public record Failure(String message, boolean ofServer) {}

    public Job {
        results = List.copyOf(results);
    }

    /** A job that waits, created now. */
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

    /** The same further on. */
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
