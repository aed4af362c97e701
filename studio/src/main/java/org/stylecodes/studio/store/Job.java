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
        JobKind kind,
        JobState state,
        @Nullable String model,
        String request,
        @Nullable String init,
        JobProgress progress,
        List<JobResult> results,
        @Nullable JobFailure error,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    public Job {
        results = List.copyOf(results);
    }

    /** A job that waits, created now. */
    public static Job waiting(
            JobKind kind, @Nullable String model, String request, @Nullable String init, int pictures, int steps) {
        return new Job(
                UUID.randomUUID(),
                kind,
                JobState.QUEUED,
                model,
                request,
                init,
                JobProgress.none(pictures, steps),
                List.of(),
                null,
                0,
                Instant.ofEpochMilli(System.currentTimeMillis()),
                null,
                null);
    }

    /** The same further on. */
    public Job with(JobProgress progress) {
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
