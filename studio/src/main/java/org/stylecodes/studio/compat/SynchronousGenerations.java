package org.stylecodes.studio.compat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.api.JobView;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.jobs.JobCompletions;
import org.stylecodes.studio.jobs.JobQueue;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.PictureInfo;

/**
 * Generations for callers that wait for the pictures in one request. If such a caller goes away, the generation continues,
 * because the server only notices when it writes. The generation is listed with the others and can be cancelled there.
 * Thread-safe.
 */
public final class SynchronousGenerations {
    private final JobQueue queue;
    private final JobCompletions completions;
    private final PictureStore pictures;

    /** @param queue the queue of generations */
    public SynchronousGenerations(JobQueue queue, JobCompletions completions, PictureStore pictures) {
        this.queue = queue;
        this.completions = completions;
        this.pictures = pictures;
    }

    /** A generation that was drawn. */
    record CompletedGeneration(Job job, List<PictureInfo> pictures) {}

    /** Queues a request; completes with its pictures, or with a {@link ProblemException} if it was not drawn. */
    CompletableFuture<CompletedGeneration> draw(RequestJson request) {
        return completions.end(queue.add(request)).thenApply(this::drawn);
    }

    /**
     * Draws a request that starts from a picture which is not stored yet.
     *
     * @param init stores the picture and returns its id; called once, after all other checks
     */
    CompletableFuture<CompletedGeneration> draw(RequestJson request, Supplier<String> init) {
        return completions.end(queue.add(request, init)).thenApply(this::drawn);
    }

    private CompletedGeneration drawn(Job job) {
        if (job.error() != null) {
            throw new ProblemException(JobView.problem(job.error()));
        }
        if (job.state() != Job.State.DONE) {
            throw new ProblemException(
                    409, "Given up", "this generation was cancelled; send the request again to have it drawn");
        }
        return new CompletedGeneration(
                job,
                job.results().stream()
                        .flatMap(result -> pictures.find(result.picture()).stream())
                        .toList());
    }
}
