package org.stylecodes.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.CancelledException;

/**
 * Runs pieces of work side by side on threads of its own, each with its share of the threads of {@link Engine#threads()}. For operations that
 * are too small to be divided among threads themselves. The threads are never interrupted, so the work may read files with channels.
 * Thread-safe.
 */
public final class Workers {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Worker::new);

    private static final class Worker extends Thread {
        Worker(Runnable work) {
            super(work, "worker");
            setDaemon(true);
        }
    }

    private Workers() {}

    /**
     * Makes tensors side by side, without recording gradients.
     *
     * @param work each piece makes one tensor
     * @return the tensors in the order of the work; they belong to the scope of the call
     * @throws CancelledException if the calling thread is interrupted
     */
    public static List<Tensor> tensors(List<Supplier<Tensor>> work) {
        @Nullable Tensor[] made = new Tensor[work.size()];
        List<Runnable> pieces = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            int index = i;
            pieces.add(() -> made[index] = Scope.own(() -> {
                try (NoGradGuard guard = new NoGradGuard()) {
                    return work.get(index).get();
                }
            }));
        }
        try {
            run(pieces);
            // Another handle of each tensor, which belongs to the scope of this thread.
            return Arrays.stream(made).map(Tensor::new).toList();
        } finally {
            for (Tensor tensor : made) {
                if (tensor != null) {
                    tensor.close();
                }
            }
        }
    }

    /**
     * Runs all pieces, as many at a time as the engine has threads. Returns or throws when no piece is running any more. The first failure
     * of a piece is thrown, and the pieces that have not begun by then are left out.
     *
     * @throws CancelledException if the calling thread is interrupted
     */
    public static void run(List<Runnable> pieces) {
        run(pieces, () -> {});
    }

    /**
     * As {@link #run(List)}.
     *
     * @param atEnd runs on each of the threads when nothing is left for it
     * @throws CancelledException if the calling thread is interrupted
     */
    public static void run(List<Runnable> pieces, Runnable atEnd) {
        CancelledException.throwIfInterrupted();
        int side = Math.min(Engine.threads(), pieces.size());
        if (side == 0) {
            return;
        }
        int share = Engine.threads() / side;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            running.add(THREADS.submit(() -> Engine.withThreads(share, () -> {
                work(pieces, next, failure);
                atEnd.run();
            })));
        }
        if (await(running, next, pieces.size())) {
            Thread.currentThread().interrupt();
        }
        CancelledException.throwIfInterrupted();
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /**
     * Runs work on a thread that is never interrupted: on this one if it is a worker, or on another that this one waits for.
     *
     * @throws CancelledException if the calling thread is interrupted
     */
    public static void uninterrupted(Runnable work) {
        if (Thread.currentThread() instanceof Worker) {
            work.run();
        } else {
            run(List.of(work));
        }
    }

    private static void work(List<Runnable> pieces, AtomicInteger next, AtomicReference<@Nullable Throwable> failure) {
        for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
            try {
                pieces.get(i).run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(pieces.size());
            }
        }
    }

    // Whether this thread was interrupted meanwhile
    private static boolean await(List<Future<?>> running, AtomicInteger next, int end) {
        boolean interrupted = false;
        int ended = 0;
        while (ended < running.size()) {
            try {
                running.get(ended).get();
                ended++;
            } catch (InterruptedException e) {
                interrupted = true;
                next.set(end);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return interrupted;
    }
}
