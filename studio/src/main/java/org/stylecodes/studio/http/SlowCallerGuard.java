package org.stylecodes.studio.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits the waits for callers that send or read slowly, because each wait may hold a thread of the server. Every wait has a
 * deadline. The number of waits is limited, and the number of waits longer than a few seconds has a lower limit. When a limit
 * is exceeded, the connection with the longest wait is closed. Thread-safe.
 */
final class SlowCallerGuard {
    // Both limits together are below the server's 250 threads, so some threads are always left for other callers.
    /** Waits for a request body; each holds a thread. */
    static final SlowCallerGuard BODIES = new SlowCallerGuard(48, 96);

    /** Waits for a response to be read; each holds a thread. */
    static final SlowCallerGuard RESPONSES = new SlowCallerGuard(64, 128);

    /** Waits for an event stream to be read; these hold no threads. */
    static final SlowCallerGuard EVENT_STREAMS = new SlowCallerGuard(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final long SHORT_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final int bound;
    private final int burst;
    private final Deque<Wait> oldestFirst = new ArrayDeque<>();

    /**
     * @param bound the most waits that may last longer than a few seconds
     * @param burst the most waits at once
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

        // Many waits at once do no harm while each is short.
        private boolean isOld() {
            return System.nanoTime() - began > SHORT_NANOS;
        }

        /** Ends the wait: the caller has sent or read what was waited for. */
        @Override
        public void close() {
            deadline.cancel(false);
            synchronized (oldestFirst) {
                oldestFirst.remove(this);
            }
        }
    }

    /**
     * Starts a wait.
     *
     * @param disconnect closes the connection; called at most twice, on any thread
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
        clock.setRemoveOnCancelPolicy(true); // nearly all waits end long before their deadline
        return clock;
    }
}
