package org.stylecodes.studio.drawing;

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
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Pictures;
import org.stylecodes.notes.PictureNotes;
import org.stylecodes.studio.picture.PictureGoneException;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobFailure;
import org.stylecodes.studio.store.JobRecords;
import org.stylecodes.studio.store.JobRecords.Sign;
import org.stylecodes.studio.store.JobResult;
import org.stylecodes.studio.store.JobState;

/** Draws jobs one after the other, on a thread of its own; there is one for the device that the model is on. */
final class DrawingWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DrawingWorker.class);
    private static final long LOOK_MILLIS = 500; // other servers add jobs without telling this one
    private static final int PREVIEW_STEPS = 4;

    private final String name = UUID.randomUUID().toString();
    private final Models models;
    private final JobRecords jobs;
    private final PictureStore pictures;
    private final RequestCompletion requests;
    private final JobEvents events;
    private final Consumer<Double> drawn;
    private final Semaphore added = new Semaphore(0);
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private volatile @Nullable RunningJob running;

    /** @param drawn is told how many seconds a picture took */
    DrawingWorker(
            Models models,
            JobRecords jobs,
            PictureStore pictures,
            RequestCompletion requests,
            JobEvents events,
            Consumer<Double> drawn) {
        this.models = models;
        this.jobs = jobs;
        this.pictures = pictures;
        this.requests = requests;
        this.events = events;
        this.drawn = drawn;
    }

    /** The job being drawn; null for none. */
    @Nullable
    RunningJob running() {
        return running;
    }

    /** There may be a job. */
    void wake() {
        added.release();
    }

    /** Gives the job back that is being drawn, and ends. */
    void stop() {
        closing.complete(null);
        wake();
    }

    /** Tells the store that this worker lives, and hears whether its job is still wanted. */
    void signOfLife() {
        RunningJob job = running;
        if (job != null) {
            job.heard(jobs.heartbeat(job.id(), name, job.progress()));
        }
    }

    @Override
    public void run() {
        try {
            CompletableFuture.anyOf(models.loading(), closing).get();
            while (!closing.isDone()) {
                if (!drawNext(models.get().drawing())) {
                    added.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    added.drainPermits();
                }
            }
        } catch (ExecutionException e) {
            LOG.error(
                    "nothing will be drawn: the model could not be loaded: {}",
                    e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean drawNext(StyleCodes model) {
        try {
            Optional<Job> next = jobs.claim(name, model.id());
            next.ifPresent(job -> draw(model, job));
            return next.isPresent();
        } catch (RuntimeException | Error e) { // such as a lack of memory; others can be drawn later
            LOG.warn("the queue cannot be drawn from: {}", e.getClass().getName());
            return false;
        }
    }

    private void draw(StyleCodes model, Job job) {
        RunningJob run = new RunningJob(job);
        running = run;
        try {
            events.tellState(run);
            Request request = requests.request(JobJson.request(job));
            for (int i = job.results().size(); i < request.count(); i++) {
                draw(model, run, request, i);
            }
            end(job, JobState.DONE, null);
        } catch (CancelledException stopped) {
            if (run.sign() == Sign.CANCELLED) {
                end(job, JobState.CANCELLED, null);
            } else if (run.sign() == Sign.KEEP) {
                jobs.release(job.id(), name);
            }
        } catch (JdbiException e) {
            // The store is away: recovery lets the job wait again, which gives it time to come back.
            LOG.warn("job {} is put off: {}", job.id(), e.getClass().getName());
        } catch (InvalidRequestException | PictureGoneException e) {
            end(job, JobState.FAILED, new JobFailure(String.valueOf(e.getMessage()), false));
        } catch (RuntimeException | Error e) {
            // Native libraries fail with errors, after which others can still be drawn.
            String reason = e instanceof StyleCodesException ? e.getMessage() : ""; // about files or memory
            LOG.error("job {} failed: {} {} at {}", job.id(), e.getClass().getName(), reason, e.getStackTrace());
            end(job, JobState.FAILED, new JobFailure("something went wrong in the server, which has noted it", true));
        } finally {
            running = null;
        }
    }

    private void draw(StyleCodes model, RunningJob run, Request all, int number) {
        long began = System.nanoTime();
        Request one = all.seed(all.seed() + number).count(1).listener(progress -> step(run, number, progress));
        Generation generation = model.generate(one);
        String id = pictures.add(
                        generation.first(), PictureNotes.of(generation, 0).texts())
                .id();
        jobs.addResult(run.id(), name, new JobResult(number, one.seed(), id));
        drawn.accept((System.nanoTime() - began) / 1e9);
        events.tellState(run);
    }

    private void step(RunningJob run, int number, Progress progress) {
        if (closing.isDone() || run.sign() != Sign.KEEP) {
            progress.cancel();
            return;
        }
        events.tell(run.id(), new JobEvent.Step(run.step(number, progress.step(), progress.steps())));
        boolean due = progress.step() % PREVIEW_STEPS == 0 && progress.step() < progress.steps();
        if (due && events.wantsPreviews(run.id())) {
            events.tell(run.id(), new JobEvent.Preview(number + 1, progress.step(), Pictures.png(progress.preview())));
        }
    }

    private void end(Job job, JobState state, @Nullable JobFailure error) {
        if (jobs.finish(job.id(), name, state, error)) {
            events.tellState(job.id());
        }
    }
}
