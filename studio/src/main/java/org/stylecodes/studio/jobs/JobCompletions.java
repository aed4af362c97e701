package org.stylecodes.studio.jobs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.jobs.JobEvents.PublishedEvent;
import org.stylecodes.studio.store.Job;

/**
 * The ends of jobs, for requests that wait for a generation. Whatever depends on such an end runs on threads of its own, so that a
 * slow caller delays neither drawing nor the heartbeat of the worker. Thread-safe.
 */
public final class JobCompletions implements AutoCloseable {
    private static final int THREADS = 64; // each may wait for a caller who reads slowly
    private static final long IDLE_SECONDS = 30;

    private final JobEvents events;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "job-completion"),
            new ThreadPoolExecutor.DiscardPolicy()); // after the end of the server, when nobody waits any more

    /** @param events of which the last is waited for */
    public JobCompletions(JobEvents events) {
        this.events = events;
        threads.allowCoreThreadTimeOut(true);
    }

    /** Completes with the job when it has ended; what depends on that runs on at most {@value #THREADS} threads. */
    public CompletableFuture<Job> end(Job job) {
        CompletableFuture<Job> end = new CompletableFuture<>();
        JobEvents.Subscription subscription = events.subscribe(job, 0, new EndListener(end));
        end.whenComplete((ended, failure) -> subscription.close());
        return end;
    }

    /** The same, or a {@link TimeoutException} if the job has not ended after some time. */
    public CompletableFuture<Job> end(Job job, Duration timeout) {
        CompletableFuture<Job> end = end(job);
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> end.completeExceptionally(new TimeoutException()));
        return end;
    }

    /** Ends all waiting; futures that are not complete stay so. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private final class EndListener implements JobEvents.Listener {
        private final CompletableFuture<Job> end;

        EndListener(CompletableFuture<Job> end) {
            this.end = end;
        }

        @Override
        public void event(PublishedEvent published) {
            if (published.event() instanceof JobEvent.Done done) {
                end.completeAsync(done::job, threads);
            }
        }

        @Override
        public void removed() {
            threads.execute(() -> end.completeExceptionally(
                    new NotFoundException("this generation was removed while you waited for it; ask for it again")));
        }

        @Override
        public boolean wantsPreviews() {
            return false;
        }
    }
}
