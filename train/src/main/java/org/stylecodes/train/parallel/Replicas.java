package org.stylecodes.train.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.stylecodes.error.CancelledException;
import org.stylecodes.tensor.Engine;

/**
 * A fixed number of threads that do the same work on different shares of the data. Until {@link #close}, the threads of LibTorch are divided
 * among the replicas: each operation uses {@code Engine.threads() / count} of them, or one if there are more replicas than threads.
 */
public final class Replicas implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;
    private final int engineThreads = Engine.threads();

    /** Starts with {@code count} threads. */
    public Replicas(int count) {
        this.count = count;
        Engine.threads(Math.max(1, engineThreads / count));
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "replica");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The number of threads. */
    public int count() {
        return count;
    }

    /**
     * Calls the work once for every replica, and returns the results in the order of the replicas. If a replica throws or the calling
     * thread is interrupted, this method throws when all replicas have ended, because the caller frees the tensors that they use.
     *
     * @throws CancelledException if the calling thread is interrupted
     */
    public <T> List<T> each(IntFunction<T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int replica = i;
            futures.add(threads.submit(() -> work.apply(replica)));
        }
        List<T> results = new ArrayList<>();
        Throwable first = null;
        boolean interrupted = false;
        int ended = 0;
        while (ended < count) {
            try {
                results.add(futures.get(ended).get());
                ended++;
            } catch (ExecutionException failed) {
                first = first == null ? failed.getCause() : first;
                ended++;
            } catch (InterruptedException waited) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the run was interrupted; start it again to continue");
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException failed) {
            throw failed;
        }
        return results;
    }

    /** Ends the threads. Waits for work that is still running, because the caller frees the tensors that it uses. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException waited) {
                interrupted = true;
            }
        }
        Engine.threads(engineThreads);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
