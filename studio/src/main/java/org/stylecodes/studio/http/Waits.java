package org.stylecodes.studio.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for callers, who send and take bytes as slowly as they like while a thread waits for them. Each is waited for so long
 * and no longer, and only so many at once, fewer of them for more than some seconds, or slow ones could take all threads of the
 * server: then the connection of the one who was waited for longest is closed, which ends that wait. Thread-safe.
 */
final class Waits {
    // Together fewer than the server's 250 threads, so that some are always left for callers who are not slow.
    /** Threads that wait for a body to come. */
    static final Waits FOR_BODIES = new Waits(48, 96);

    /** Threads that wait for an answer to be taken. */
    static final Waits FOR_READERS = new Waits(64, 128);

    /** Streams that wait for events to be taken, which take no threads. */
    static final Waits FOR_STREAMS = new Waits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final long HONEST_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final int usual;
    private final int most;
    private final Deque<Wait> eldestFirst = new ArrayDeque<>();

    /**
     * @param usual how many may wait for more than some seconds
     * @param most how many may wait at once
     */
    Waits(int usual, int most) {
        this.usual = usual;
        this.most = most;
    }

    /** One wait, until it is closed. */
    final class Wait implements AutoCloseable {
        private final Runnable giveUp;
        private final ScheduledFuture<?> deadline;
        private final long began = System.nanoTime();

        private Wait(Runnable giveUp, long seconds) {
            this.giveUp = giveUp;
            deadline = CLOCK.schedule(giveUp, seconds, TimeUnit.SECONDS);
        }

        // Many callers at once are no harm where each is soon done.
        private boolean isOld() {
            return System.nanoTime() - began > HONEST_NANOS;
        }

        /** The caller has sent or taken what was waited for. */
        @Override
        public void close() {
            deadline.cancel(false);
            synchronized (eldestFirst) {
                eldestFirst.remove(this);
            }
        }
    }

    /**
     * Begins to wait.
     *
     * @param giveUp closes the connection; called at most twice, by any thread
     * @param seconds after which it is called
     */
    Wait begin(Runnable giveUp, long seconds) {
        Wait wait = new Wait(giveUp, seconds);
        @Nullable Wait eldest = null;
        synchronized (eldestFirst) {
            eldestFirst.add(wait);
            int waiting = eldestFirst.size();
            if (waiting > most || waiting > usual && eldestFirst.element().isOld()) {
                eldest = eldestFirst.remove();
            }
        }
        if (eldest != null) {
            eldest.deadline.cancel(false);
            eldest.giveUp.run();
        }
        return wait;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "patience");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true); // nearly all waits end long before their time
        return clock;
    }
}
