package org.stylecodes.studio.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;

/**
 * Publishes the events of jobs to their subscribers. Events of the job that this server draws are published as they happen.
 * Jobs that wait, or that another server draws, are polled. Thread-safe.
 */
public final class JobEvents {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

    /**
     * Receives events. Implementations must neither block nor throw.
     *
     * <p>Event numbers increase, even across a restart. So a listener that knows the number of its last event can be sent
     * everything after it.
     */
    public interface Listener {
        /** Receives an event. */
        void event(PublishedEvent event);

        /** Called when the job was removed. No event follows. */
        void removed();

        /** Whether the listener wants previews. Previews are computed only if some listener wants them. */
        boolean wantsPreviews();
    }

    /** An event with its number. Thread-safe. */
    public static final class PublishedEvent {
        private final long number;
        private final JobEvent event;
        private byte @Nullable [] text;

        private PublishedEvent(long number, JobEvent event) {
            this.number = number;
            this.event = event;
        }

        /** The number of the event. */
        public long number() {
            return number;
        }

        /** The event. */
        public JobEvent event() {
            return event;
        }

        /**
         * The encoded event. It is encoded once for all listeners.
         *
         * @param writer encodes an event
         */
        public synchronized byte[] text(Function<PublishedEvent, byte[]> writer) {
            byte[] known = text;
            if (known == null) {
                known = writer.apply(this);
                text = known;
            }
            return known;
        }
    }

    /** A subscription, which lasts until it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** The listeners of one job. */
    private static final class Channel {
        private final List<Listener> listeners = new CopyOnWriteArrayList<>();
        private volatile @Nullable PublishedEvent preview;
        private volatile @Nullable Object polled;
    }

    private final FailureLog failures = new FailureLog(LOG, "publishing the state of a job");
    private final JobRecords jobs;
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis() * 1000);

    /** @param jobs the records of jobs */
    public JobEvents(JobRecords jobs) {
        this.jobs = jobs;
    }

    /**
     * Subscribes to a job. The listener is sent the state at once, and the last preview if it is newer than the listener's last
     * event.
     *
     * @param last the number of the last event that the listener received; 0 for none
     */
    public Subscription subscribe(Job job, long last, Listener listener) {
        Channel channel = channels.compute(job.id(), (id, present) -> {
            Channel known = present == null ? new Channel() : present;
            known.listeners.add(listener);
            return known;
        });
        Subscription subscription = () -> channels.computeIfPresent(job.id(), (id, known) -> {
            known.listeners.remove(listener);
            return known.listeners.isEmpty() ? null : known;
        });
        try {
            sendState(job.id(), last, listener, channel);
            return subscription;
        } catch (RuntimeException e) { // for example because the store does not answer
            subscription.close();
            throw e;
        }
    }

    private void sendState(UUID job, long last, Listener listener, Channel channel) {
        Optional<Job> now = jobs.find(job);
        if (now.isEmpty()) {
            listener.removed();
            return;
        }
        listener.event(numbered(event(now.get(), jobs.positions())));
        PublishedEvent preview = channel.preview;
        if (preview != null && preview.number() > last && !now.get().state().isFinal()) {
            listener.event(preview);
        }
    }

    /** The number of jobs that have listeners. */
    public int subscribedJobs() {
        return channels.size();
    }

    /** Whether a listener wants previews of a job. */
    boolean wantsPreviews(UUID job) {
        Channel channel = channels.get(job);
        return channel != null && channel.listeners.stream().anyMatch(Listener::wantsPreviews);
    }

    /** Publishes an event. */
    void publish(UUID job, JobEvent event) {
        Channel channel = channels.get(job);
        if (channel != null) {
            PublishedEvent published = numbered(event);
            if (event instanceof JobEvent.Preview) {
                channel.preview = published;
            }
            channel.listeners.forEach(listener -> listener.event(published));
        }
    }

    private PublishedEvent numbered(JobEvent event) {
        return new PublishedEvent(numbers.incrementAndGet(), event);
    }

    /** Publishes the state of a job. */
    void publishState(UUID job) {
        publishState(job, now -> event(now, jobs.positions()));
    }

    /** Publishes the state of the job that this server draws. Its progress is newer than the progress in the store. */
    void publishState(RunningJob running) {
        publishState(running.id(), now -> event(now.with(running.progress()), Map.of()));
    }

    private void publishState(UUID job, Function<Job, JobEvent> event) {
        if (channels.containsKey(job)) {
            try {
                jobs.find(job).ifPresent(now -> publish(job, event.apply(now)));
                failures.succeeded();
            } catch (JdbiException e) { // the job continues, and a later poll publishes its state
                failures.failed(e);
            }
        }
    }

    /**
     * Reads the jobs that have listeners, and publishes what has changed.
     *
     * @param running the job that this server draws, whose events are published directly; null for none
     */
    void poll(@Nullable UUID running) {
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
            if (channel != null && !event.equals(channel.polled)) {
                channel.polled = event;
                publish(job.id(), event);
            }
        }
        for (UUID removed : others) {
            Channel channel = channels.get(removed);
            if (channel != null) {
                channel.listeners.forEach(Listener::removed);
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
