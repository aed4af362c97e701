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
 * Lets requests wait for the end of a job. Actions that depend on the end run on separate threads, so a slow caller delays
 * neither drawing nor the worker's heartbeat. Thread-safe.
 */
public final class JobCompletions implements AutoCloseable {
    private static final int THREADS = 64; // each may block on a caller that reads slowly
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
            new ThreadPoolExecutor.DiscardPolicy()); // tasks that arrive after close()
    private final Set<CompletableFuture<Job>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** @param events the events of jobs */
    public JobCompletions(JobEvents events) {
        this.events = events;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns a future that completes with the job when it has ended, or fails with a {@link NotReadyException} when the server
     * stops. Dependent actions run on at most {@value #THREADS} threads.
     */
    public CompletableFuture<Job> end(Job job) {
        CompletableFuture<Job> end = new CompletableFuture<>();
        JobEvents.Subscription subscription = events.subscribe(job, 0, new EndListener(end));
        waiting.add(end);
        end.whenComplete((ended, failure) -> {
            subscription.close();
            waiting.remove(end);
        });
        if (stopping) { // close() may not have seen this future
            end.completeExceptionally(NotReadyException.stopping());
        }
        return end;
    }

    /** Returns the same future, which fails with a {@link TimeoutException} if the job has not ended in time. */
    public CompletableFuture<Job> end(Job job, Duration timeout) {
        CompletableFuture<Job> end = end(job);
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> end.completeExceptionally(new TimeoutException()));
        return end;
    }

    /** Stops waiting. Futures that are not complete fail, and dependent actions get a few seconds to write their answers. */
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
                    new NotFoundException("this generation was removed before it ended; send the request again")));
        }

        @Override
        public boolean wantsPreviews() {
            return false;
        }
    }
}
