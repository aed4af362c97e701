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

    /** Creates a waiting job with a random id. */
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

    /** This job with other progress. */
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
