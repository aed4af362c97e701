package org.stylecodes.studio.drawing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;

/**
 * Tells whoever watches a job what becomes of it. What the worker of this server does is told as it happens; jobs that wait,
 * or that another server draws, are looked at now and then. Thread-safe.
 */
public final class JobEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final int ANSWERING = 64; // each may wait for a caller who reads slowly
    private static final long IDLE_SECONDS = 30;

    /**
     * Takes events; must neither wait for anything nor throw.
     *
     * <p>Numbers rise, after a restart too, so a watcher who knows the number of the last event that it got can be told
     * what came after.
     */
    public interface Watcher {
        /** An event. */
        void event(Told told);

        /** The job was removed; nothing follows. */
        void gone();

        /** Whether it has a use for previews, which are drawn for such watchers alone. */
        boolean seesPreviews();
    }

    /** An event that is told, with its number. Thread-safe. */
    public static final class Told {
        private final long number;
        private final JobEvent event;
        private byte @Nullable [] text;

        private Told(long number, JobEvent event) {
            this.number = number;
            this.event = event;
        }

        /** Its number. */
        public long number() {
            return number;
        }

        /** What became known. */
        public JobEvent event() {
            return event;
        }

        /** Its form for those who are sent it, written once for all of them. */
        public synchronized byte[] text(Function<Told, byte[]> writer) {
            byte[] known = text;
            if (known == null) {
                known = writer.apply(this);
                text = known;
            }
            return known;
        }
    }

    /** Somebody who watches. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final JobRecords jobs;
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1000);
    private final ThreadPoolExecutor answering = new ThreadPoolExecutor(
            ANSWERING,
            ANSWERING,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "answering"),
            new ThreadPoolExecutor.DiscardPolicy()); // after the end of the server, when nobody waits any more

    /** @param jobs the queue */
    public JobEvents(JobRecords jobs) {
        this.jobs = jobs;
        answering.allowCoreThreadTimeOut(true);
    }

    /** A job that somebody watches. */
    private static final class Channel {
        private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
        private volatile @Nullable Told preview;
        private volatile @Nullable Object seen;
    }

    /**
     * Watches a job: its state is told at once, and the last preview if it is newer than what the watcher knows.
     *
     * @param last the number of the last event that the watcher got; 0 for none
     */
    public Subscription watch(Job job, long last, Watcher watcher) {
        Channel channel = channels.compute(job.id(), (id, present) -> {
            Channel known = present == null ? new Channel() : present;
            known.watchers.add(watcher);
            return known;
        });
        Subscription subscription = () -> channels.computeIfPresent(job.id(), (id, known) -> {
            known.watchers.remove(watcher);
            return known.watchers.isEmpty() ? null : known;
        });
        try {
            tellFirst(job.id(), last, watcher, channel);
            return subscription;
        } catch (RuntimeException e) { // the store is away, for example
            subscription.close();
            throw e;
        }
    }

    private void tellFirst(UUID job, long last, Watcher watcher, Channel channel) {
        Optional<Job> now = jobs.find(job);
        if (now.isEmpty()) {
            watcher.gone();
            return;
        }
        watcher.event(told(event(now.get(), jobs.positions())));
        Told preview = channel.preview;
        if (preview != null && preview.number() > last && !now.get().state().isFinal()) {
            watcher.event(preview);
        }
    }

    /** Somebody who waits for the end alone. */
    private record Waiting(CompletableFuture<Job> end, Executor threads) implements Watcher {
        @Override
        public void event(Told told) {
            if (told.event() instanceof JobEvent.Done done) {
                end.completeAsync(done::job, threads);
            }
        }

        @Override
        public void gone() {
            threads.execute(() -> end.completeExceptionally(
                    new StyleCodesException("this generation was removed while you waited for it; ask for it again")));
        }

        @Override
        public boolean seesPreviews() {
            return false;
        }
    }

    /**
     * The job when it has ended. What follows on it runs on a thread of its own, {@value #ANSWERING} at most, and may wait
     * for whoever asked: neither drawing nor its signs of life do.
     */
    public CompletableFuture<Job> end(Job job) {
        CompletableFuture<Job> end = new CompletableFuture<>();
        Subscription subscription = watch(job, 0, new Waiting(end, answering));
        end.whenComplete((ended, failure) -> subscription.close());
        return end;
    }

    /** The same, or a {@link TimeoutException} if it has not ended after some time. */
    public CompletableFuture<Job> end(Job job, Duration longest) {
        CompletableFuture<Job> end = end(job);
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS, answering)
                .execute(() -> end.completeExceptionally(new TimeoutException()));
        return end;
    }

    /** Lets nobody wait any longer. */
    @Override
    public void close() {
        answering.shutdownNow();
    }

    /** Whether somebody would see a preview of a job. */
    boolean wantsPreviews(UUID job) {
        Channel channel = channels.get(job);
        return channel != null && channel.watchers.stream().anyMatch(Watcher::seesPreviews);
    }

    /** How many jobs are watched. */
    public int watched() {
        return channels.size();
    }

    /** Tells those who watch a job. */
    void tell(UUID job, JobEvent event) {
        Channel channel = channels.get(job);
        if (channel != null) {
            Told told = told(event);
            if (event instanceof JobEvent.Preview) {
                channel.preview = told;
            }
            channel.watchers.forEach(watcher -> watcher.event(told));
        }
    }

    private Told told(JobEvent event) {
        return new Told(numbers.incrementAndGet(), event);
    }

    /** Tells those who watch a job how it stands. */
    void tellState(UUID job) {
        tellState(job, now -> event(now, jobs.positions()));
    }

    /** The same of a job that is being drawn here, of whose progress the store hears now and then only. */
    void tellState(RunningJob running) {
        tellState(running.id(), now -> event(now.with(running.progress()), Map.of()));
    }

    private void tellState(UUID job, Function<Job, JobEvent> event) {
        if (channels.containsKey(job)) {
            try {
                jobs.find(job).ifPresent(now -> tell(job, event.apply(now)));
            } catch (JdbiException away) { // they are told at a later look, and the job goes on meanwhile
                LOG.warn(
                        "the state of a job cannot be told: {}", away.getClass().getName());
            }
        }
    }

    /**
     * Looks at the jobs that are watched.
     *
     * @param running the one that this server draws, of which is told anyhow; null for none
     */
    void look(@Nullable UUID running) {
        List<UUID> others = new ArrayList<>(channels.keySet());
        others.remove(running);
        if (others.isEmpty()) {
            return;
        }
        Map<UUID, Integer> positions = jobs.positions();
        for (Job job : jobs.find(others)) {
            others.remove(job.id());
            Channel channel = channels.get(job.id());
            JobEvent event = event(job, positions);
            if (channel != null && !event.equals(channel.seen)) {
                channel.seen = event;
                tell(job.id(), event);
            }
        }
        for (UUID removed : others) {
            Channel channel = channels.get(removed);
            if (channel != null) {
                channel.watchers.forEach(Watcher::gone);
            }
        }
    }

    private static JobEvent event(Job job, Map<UUID, Integer> positions) {
        return job.state().isFinal()
                ? new JobEvent.Done(job)
                : new JobEvent.State(
                        job, Optional.ofNullable(positions.get(job.id())).orElse(0));
    }
}
