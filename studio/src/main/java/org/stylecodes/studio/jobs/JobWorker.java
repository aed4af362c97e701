package org.stylecodes.studio.jobs;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stylecodes.Generation;
import org.stylecodes.Progress;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.NativeMemoryException;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;
import org.stylecodes.studio.error.FailureLog;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.request.RequestCompletion;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.store.JobRecords.Lease;

/** Draws jobs one at a time on a thread of its own. There is one worker, because the model is on one device. */
final class JobWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final long POLL_MILLIS = 500; // for jobs that other servers add
    private static final int PREVIEW_STEPS = 4;

    private final FailureLog claims = new FailureLog(LOG, "looking for a job in the queue");
    private final FailureLog failures = new FailureLog(LOG, "drawing from the queue");
    private final String name = UUID.randomUUID().toString();
    private final LoadedModel model;
    private final JobRecords jobs;
    private final PictureStore pictures;
    private final RequestCompletion requests;
    private final JobEvents events;
    private final Consumer<Double> drawn;
    private final Semaphore added = new Semaphore(0);
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private volatile @Nullable RunningJob running;

    /** @param drawn receives the seconds that each picture took */
    JobWorker(
            LoadedModel model,
            JobRecords jobs,
            PictureStore pictures,
            RequestCompletion requests,
            JobEvents events,
            Consumer<Double> drawn) {
        this.model = model;
        this.jobs = jobs;
        this.pictures = pictures;
        this.requests = requests;
        this.events = events;
        this.drawn = drawn;
    }

    /** The job that is being drawn; null for none. */
    @Nullable
    RunningJob running() {
        return running;
    }

    /** Makes the worker look for a job at once. */
    void wake() {
        added.release();
    }

    /** Returns the running job to the queue, and ends the worker. */
    void stop() {
        closing.complete(null);
        wake();
    }

    /** Renews the lease on the running job, and learns whether it was cancelled. */
    void heartbeat() {
        RunningJob job = running;
        if (job != null) {
            job.renew(jobs.heartbeat(job.id(), name, job.progress()));
        }
    }

    @Override
    public void run() {
        try {
            CompletableFuture.anyOf(model.loading(), closing).get();
            while (!closing.isDone()) {
                if (!drawNext(model.get().drawing())) {
                    added.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                    added.drainPermits();
                }
            }
        } catch (ExecutionException e) {
            LOG.error("nothing will be drawn: the model could not be loaded: {}", FailureLog.describe(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean drawNext(StyleCodes styleCodes) {
        Optional<Job> next;
        try {
            next = jobs.claim(name, styleCodes.id());
            claims.succeeded();
        } catch (RuntimeException | Error e) {
            claims.failed(e);
            return false;
        }
        try {
            next.ifPresent(job -> draw(styleCodes, job));
            return next.isPresent();
        } catch (RuntimeException | Error e) { // for example out of memory; other jobs can still be drawn
            failures.failed(e);
            return false;
        }
    }

    private void draw(StyleCodes styleCodes, Job job) {
        RunningJob run = new RunningJob(job);
        running = run;
        try {
            events.publishState(run);
            Request request = requests.request(JobJson.request(job));
            for (int i = job.results().size(); i < request.count(); i++) {
                if (closing.isDone()) { // the model may be closed by now
                    throw new CancelledException("cancelled between two pictures, because the server stops");
                }
                draw(styleCodes, run, request, i);
            }
            end(job, Job.State.DONE, null);
            failures.succeeded();
        } catch (CancelledException stopped) {
            if (run.lease() == Lease.CANCELLED) {
                end(job, Job.State.CANCELLED, null);
            } else if (run.lease() == Lease.HELD) {
                jobs.release(job.id(), name);
            }
        } catch (JdbiException e) {
            // The store does not answer. Recovery queues the job again later, when the store may be back.
            LOG.warn("job {} is postponed because the store does not answer", job.id());
            failures.failed(e);
        } catch (InvalidRequestException | NotFoundException e) {
            end(job, Job.State.FAILED, new Job.Failure(String.valueOf(e.getMessage()), false));
        } catch (NativeMemoryException e) { // whose message says what the caller can do
            failures.failed(e);
            end(job, Job.State.FAILED, new Job.Failure(String.valueOf(e.getMessage()), true));
        } catch (RuntimeException | Error e) {
            // Native libraries fail with errors, after which other jobs can still be drawn.
            LOG.warn("job {} failed because of the server", job.id());
            failures.failed(e);
            end(job, Job.State.FAILED, new Job.Failure("the server failed unexpectedly; its log has the cause", true));
        } finally {
            running = null;
        }
    }

    private void draw(StyleCodes styleCodes, RunningJob run, Request all, int number) {
        long began = System.nanoTime();
        long seed = Objects.requireNonNull(all.seed(), "a completed request has a seed") + number;
        Request one = all.seed(seed).count(1).listener(progress -> step(run, number, progress));
        Generation generation = styleCodes.generate(one);
        String id = pictures.add(
                        generation.first(), PictureNotes.of(generation, 0).texts())
                .id();
        jobs.addResult(run.id(), name, new Job.Result(number, seed, id));
        drawn.accept((System.nanoTime() - began) / 1e9);
        events.publishState(run);
    }

    private void step(RunningJob run, int number, Progress progress) {
        if (closing.isDone() || run.lease() != Lease.HELD) {
            progress.cancel();
            return;
        }
        events.publish(run.id(), new JobEvent.Step(run.step(number, progress.step(), progress.steps())));
        boolean due = progress.step() % PREVIEW_STEPS == 0 && progress.step() < progress.steps();
        if (due && events.wantsPreviews(run.id())) {
            events.publish(
                    run.id(), new JobEvent.Preview(number + 1, progress.step(), Pictures.png(progress.preview())));
        }
    }

    private void end(Job job, Job.State state, Job.@Nullable Failure error) {
        if (jobs.finish(job.id(), name, state, error)) {
            events.publishState(job.id());
        }
    }
}
