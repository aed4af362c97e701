package org.stylecodes.studio.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.error.NotReadyException;
import org.stylecodes.studio.jobs.JobEvents.PublishedEvent;
import org.stylecodes.studio.store.Job;

/**
 * The ends of jobs, for requests that wait for a generation. Whatever depends on such an end runs on threads of its own, so that a
 * slow caller delays neither drawing nor the heartbeat of the worker. Thread-safe.
 */
public final class JobCompletions implements AutoCloseable {
    private static final int THREADS = 64; // each may wait for a caller who reads slowly
    private static final long IDLE_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    private final JobEvents events;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "job-completion"),
            new ThreadPoolExecutor.DiscardPolicy()); // after the end, when nobody waits any more
    private final Set<CompletableFuture<Job>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @param events of which the last is waited for */
    public JobCompletions(JobEvents events) {
        this.events = events;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Completes with the job when it has ended, or with a {@link NotReadyException} when the server stops; what depends on that
     * runs on at most {@value #THREADS} threads.
     */
    public CompletableFuture<Job> end(Job job) {
        CompletableFuture<Job> end = new CompletableFuture<>();
        JobEvents.Subscription subscription = events.subscribe(job, 0, new EndListener(end));
        waiting.add(end);
        end.whenComplete((ended, failure) -> {
            subscription.close();
            waiting.remove(end);
        });
        if (stopping) { // which may not have seen this one
            end.completeExceptionally(NotReadyException.stopping());
        }
        return end;
    }

    /** The same, or a {@link TimeoutException} if the job has not ended after some time. */
    public CompletableFuture<Job> end(Job job, Duration timeout) {
        CompletableFuture<Job> end = end(job);
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> end.completeExceptionally(new TimeoutException()));
        return end;
    }

    /** Ends all waiting, and gives the answers that depend on it a few seconds to be written. */
    @Override
    public void close() {
        stopping = true;
        waiting.forEach(end -> threads.execute(() -> end.completeExceptionally(NotReadyException.stopping())));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
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
