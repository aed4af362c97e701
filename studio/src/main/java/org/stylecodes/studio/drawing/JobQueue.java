package org.stylecodes.studio.drawing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.studio.Limits;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobKind;
import org.stylecodes.studio.store.JobProgress;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.store.JobRecords.Sign;
import org.stylecodes.studio.store.Store;

/**
 * Takes generations and has them drawn, one at a time, those that somebody waits for first. What was taken is drawn, in spite
 * of restarts; what was taken for another model waits for a server that has it. Thread-safe.
 */
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int MOST_ATTEMPTS = 10;
    private static final int BACKGROUND = 16; // times as many samples may wait as generations
    private static final long STOP_SECONDS = 60;

    private final JobRecords jobs;
    private final boolean shared;
    private final JobEvents events;
    private final RequestCompletion requests;
    private final Limits limits;
    private final DrawingWorker worker;
    private final Thread thread;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "job-clock"));
    private volatile double secondsPerPicture = 5;

    /** @param drawn is told how many seconds each picture took */
    public JobQueue(
            Store store,
            Models models,
            PictureStore pictures,
            RequestCompletion requests,
            Limits limits,
            Consumer<Double> drawn) {
        this.jobs = store.jobs();
        this.shared = store.isShared();
        this.requests = requests;
        this.limits = limits;
        events = new JobEvents(jobs);
        worker = new DrawingWorker(models, jobs, pictures, requests, events, drawn.andThen(this::drew));
        thread = new Thread(worker, "drawing");
    }

    /** Begins to draw, with what was left by a process that ended. */
    public void start() {
        if (!shared) { // nobody else can be drawing
            jobs.recoverAll(MOST_ATTEMPTS);
        }
        thread.start();
        every(HEARTBEAT, worker::signOfLife);
        every(HEARTBEAT.dividedBy(2), () -> events.look(drawing()));
        // Those of servers that died, and of this one where it could not tell the store of their end.
        every(SILENCE.dividedBy(4), () -> jobs.recover(SILENCE, MOST_ATTEMPTS, drawing()));
    }

    /** What becomes of jobs. */
    public JobEvents events() {
        return events;
    }

    /**
     * Takes a generation.
     *
     * @throws QueueFullException if too many wait
     * @throws org.stylecodes.error.StyleCodesException if it cannot be drawn
     */
    public Job add(GenerationRequest open) {
        Job job = waiting(JobKind.GENERATION, requests.complete(open));
        if (!jobs.add(job, bound(JobKind.GENERATION))) {
            throw new QueueFullException(
                    limits.queued() + " generations wait already; try again when some are drawn",
                    (int) Math.max(1, Math.round(secondsPerPicture)));
        }
        worker.wake();
        return job;
    }

    /** A job of a complete request for the model of this server, not yet added. */
    public Job waiting(JobKind kind, GenerationRequest complete) {
        int pictures = complete.count() == null ? 1 : complete.count();
        int steps = complete.steps() == null ? 1 : complete.steps();
        return Job.waiting(
                kind, requests.models().info().id(), JobJson.text(complete), complete.init(), pictures, steps);
    }

    /**
     * How many jobs of a kind may wait: as many previews as generations, since anybody who may look at a style has those drawn,
     * whether somebody kept it or not, and {@value #BACKGROUND} times as many samples, which those who keep styles ask for.
     */
    public int bound(JobKind kind) {
        return kind == JobKind.SAMPLE ? limits.queued() * BACKGROUND : limits.queued();
    }

    /** How far the job is that this server draws; empty where it draws none. */
    public Optional<JobProgress> running() {
        return Optional.ofNullable(worker.running()).map(RunningJob::progress);
    }

    /** A job was added to the store. */
    public void wake() {
        worker.wake();
    }

    /** Ends a job; one that is being drawn ends with its next step. */
    public void cancel(UUID job) {
        jobs.cancel(job);
        RunningJob running = worker.running();
        if (running != null && running.id().equals(job)) {
            running.heard(Sign.CANCELLED);
        } else {
            events.tellState(job);
        }
    }

    /** Ends with the next step of what is being drawn, which is begun again at the next start; waits for no model to be loaded. */
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

    private @Nullable UUID drawing() {
        RunningJob running = worker.running();
        return running == null ? null : running.id();
    }

    private void drew(double seconds) {
        secondsPerPicture = 0.8 * secondsPerPicture + 0.2 * seconds;
    }

    private void every(Duration period, Runnable task) {
        Runnable caught = () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) { // such as a lack of memory; or the clock would stop for good
                LOG.warn("the queue could not be looked after: {}", e.getClass().getName());
            }
        };
        clock.scheduleWithFixedDelay(caught, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
