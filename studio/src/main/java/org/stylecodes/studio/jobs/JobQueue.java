package org.stylecodes.studio.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.json.RequestJson;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.error.OverloadedException;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.store.JobRecords.Lease;
import org.stylecodes.studio.store.Store;

/**
 * The queue of generations. They are drawn one at a time, in the order of {@link Job.Kind}. The queue lives in the store, so an
 * accepted job is drawn even if the server restarts. A job for another model waits for a server that has that model.
 * Thread-safe.
 */
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int MAX_ATTEMPTS = 10;
    private static final int SAMPLES_PER_GENERATION = 16; // how many samples may wait for each generation that may wait
    private static final long STOP_SECONDS = 60;

    private final JobRecords jobs;
    private final boolean shared;
    private final JobEvents events;
    private final LoadedModel model;
    private final RequestCompletion requests;
    private final Limits limits;
    private final JobWorker worker;
    private final Thread thread;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "job-clock"));
    private volatile double secondsPerPicture = 5;

    /** @param drawn receives the seconds that each picture took */
    public JobQueue(
            Store store,
            LoadedModel model,
            PictureStore pictures,
            RequestCompletion requests,
            Limits limits,
            Consumer<Double> drawn) {
        this.jobs = store.jobs();
        this.shared = store.isShared();
        this.model = model;
        this.requests = requests;
        this.limits = limits;
        events = new JobEvents(jobs);
        worker = new JobWorker(model, jobs, pictures, requests, events, drawn.andThen(this::drew));
        thread = new Thread(worker, "drawing");
    }

    /** Starts drawing, first the jobs that an earlier process left unfinished. */
    public void start() {
        if (!shared) { // no other process uses this store
            jobs.recoverAll(MAX_ATTEMPTS);
        }
        thread.start();
        every(HEARTBEAT, "renewing the lease of the running job", worker::heartbeat);
        every(HEARTBEAT.dividedBy(2), "polling the state of jobs", () -> events.poll(runningId()));
        // Recovers the jobs of servers that died, and jobs of this server whose end could not be written to the store.
        every(SILENCE.dividedBy(4), "recovering jobs", () -> jobs.recover(SILENCE, MAX_ATTEMPTS, runningId()));
    }

    /** The events of jobs. */
    public JobEvents events() {
        return events;
    }

    /**
     * Adds a generation to the queue.
     *
     * @throws OverloadedException if too many generations wait
     * @throws org.stylecodes.error.StyleCodesException if the request is invalid
     */
    public Job add(RequestJson open) {
        return addComplete(requests.complete(open));
    }

    /**
     * Adds a generation that starts from a picture which is not stored yet.
     *
     * @param open the request, without an init picture
     * @param init stores the picture and returns its id; called once, after all other checks
     * @throws OverloadedException if too many jobs wait
     * @throws org.stylecodes.error.StyleCodesException if the request is invalid
     */
    public Job add(RequestJson open, Supplier<String> init) {
        return addComplete(requests.complete(open, init));
    }

    private Job addComplete(RequestJson complete) {
        Job job = waiting(Job.Kind.GENERATION, complete);
        if (!jobs.add(job, bound(Job.Kind.GENERATION))) {
            throw new OverloadedException(
                    limits.queued() + " generations are waiting already; try again when some of them are drawn",
                    (int) Math.max(1, Math.round(secondsPerPicture)));
        }
        worker.wake();
        return job;
    }

    /** Creates a job for this server's model, without adding it to the queue. */
    public Job waiting(Job.Kind kind, RequestJson complete) {
        int pictures = complete.count() == null ? 1 : complete.count();
        int steps = complete.steps() == null ? 1 : complete.steps();
        return Job.waiting(kind, model.info().id(), JobJson.text(complete), complete.init(), pictures, steps);
    }

    /**
     * How many jobs of a kind may wait. There may be as many previews as generations, because every view of a shared style
     * requests previews. There may be {@value #SAMPLES_PER_GENERATION} times as many samples, which are drawn only for styles
     * that are kept.
     */
    public int bound(Job.Kind kind) {
        return kind == Job.Kind.SAMPLE ? limits.queued() * SAMPLES_PER_GENERATION : limits.queued();
    }

    /** The progress of the job that this server is drawing; empty if there is none. */
    public Optional<Job.Progress> running() {
        return Optional.ofNullable(worker.running()).map(RunningJob::progress);
    }

    /** Tells the worker that a job was added to the store. */
    public void wake() {
        worker.wake();
    }

    /** Cancels a job. A job that is being drawn ends with its next step. */
    public void cancel(UUID job) {
        jobs.cancel(job);
        RunningJob running = worker.running();
        if (running != null && running.id().equals(job)) {
            running.renew(Lease.CANCELLED);
        } else {
            events.publishState(job);
        }
    }

    /**
     * Stops after the next step. The job that is being drawn is drawn again after the next start. Does not wait for a model
     * that is still loading.
     */
    @Override
    public void close() {
        worker.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }

    private @Nullable UUID runningId() {
        RunningJob running = worker.running();
        return running == null ? null : running.id();
    }

    private void drew(double seconds) {
        secondsPerPicture = 0.8 * secondsPerPicture + 0.2 * seconds;
    }

    private void every(Duration period, String name, Runnable task) {
        FailureLog failures = new FailureLog(LOG, name);
        Runnable caught = () -> {
            try {
                task.run();
                failures.succeeded();
            } catch (RuntimeException | Error e) { // a task that throws would not be scheduled again
                failures.failed(e);
            }
        };
        clock.scheduleWithFixedDelay(caught, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
