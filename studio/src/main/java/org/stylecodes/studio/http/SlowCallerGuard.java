package org.stylecodes.studio.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the waits for callers that send or read slowly, because each wait may hold a thread of the server. Every wait has a
 * deadline; there is a bound on all waits, and a lower one on those that last more than a few seconds. When a bound is exceeded,
 * the connection that has been waited for longest is closed. Thread-safe.
 */
final class SlowCallerGuard {
    // Together fewer than the server's 250 threads, so that some are always left for callers that are not slow.
    /** Threads that wait for a request body. */
    static final SlowCallerGuard BODIES = new SlowCallerGuard(48, 96);

    /** Threads that wait for a response to be read. */
    static final SlowCallerGuard RESPONSES = new SlowCallerGuard(64, 128);

    /** Event streams that wait to be read; these hold no threads. */
    static final SlowCallerGuard EVENT_STREAMS = new SlowCallerGuard(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final long HONEST_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final int bound;
    private final int burst;
    private final Deque<Wait> oldestFirst = new ArrayDeque<>();

    /**
     * @param bound how many waits may last more than a few seconds
     * @param burst how many waits there may be at once
     */
    SlowCallerGuard(int bound, int burst) {
        this.bound = bound;
        this.burst = burst;
    }

    /** A wait, which ends when it is closed. */
    final class Wait implements AutoCloseable {
        private final Runnable disconnect;
        private final ScheduledFuture<?> deadline;
        private final long began = System.nanoTime();

        private Wait(Runnable disconnect, long seconds) {
            this.disconnect = disconnect;
            deadline = CLOCK.schedule(disconnect, seconds, TimeUnit.SECONDS);
        }

        // Many waits at once do no harm if each of them is short.
        private boolean isOld() {
            return System.nanoTime() - began > HONEST_NANOS;
        }

        /** The caller has sent or read what was waited for. */
        @Override
        public void close() {
            deadline.cancel(false);
            synchronized (oldestFirst) {
                oldestFirst.remove(this);
            }
        }
    }

    /**
     * Begins a wait.
     *
     * @param disconnect closes the connection; called at most twice, by any thread
     * @param seconds the deadline, after which the connection is closed
     */
    Wait begin(Runnable disconnect, long seconds) {
        Wait wait = new Wait(disconnect, seconds);
        @Nullable Wait oldest = null;
        synchronized (oldestFirst) {
            oldestFirst.add(wait);
            int waiting = oldestFirst.size();
            if (waiting > burst || waiting > bound && oldestFirst.element().isOld()) {
                oldest = oldestFirst.remove();
            }
        }
        if (oldest != null) {
            oldest.deadline.cancel(false);
            oldest.disconnect.run();
        }
        return wait;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "slow-callers");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true); // nearly all waits end long before their time
        return clock;
    }
}
