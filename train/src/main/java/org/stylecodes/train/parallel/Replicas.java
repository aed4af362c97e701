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

/** Threads that do the same work on different shares, all waiting for the slowest. */
public final class Replicas implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    public Replicas(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "replica");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int count() {
        return count;
    }

    /**
     * Calls the work once for every replica and returns the results in their order. What one of them throws is thrown as it is,
     * when all have ended, since native work cannot be left running.
     */
    public <T> List<T> each(IntFunction<T> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int replica = i;
            futures.add(threads.submit(() -> work.apply(replica)));
        }
        List<T> results = new ArrayList<>();
        Throwable first = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException failed) {
                first = first == null ? failed.getCause() : first;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancelledException("the run was interrupted; start it again to go on");
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException failed) {
            throw failed;
        }
        return results;
    }

    /** Waits for work that is still going on, since the tensors that it uses are freed next. */
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
