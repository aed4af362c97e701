package org.stylecodes.studio.jobs;

import java.util.UUID;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.JobRecords.Lease;

/** The job that a worker draws, for the threads that observe it. Thread-safe. */
final class RunningJob {
    private final UUID id;
    private final int done; // pictures that were drawn before this worker started
    private final long began = System.nanoTime();
    private volatile Job.Progress progress;
    private volatile Lease lease = Lease.HELD;

    RunningJob(Job job) {
        id = job.id();
        done = job.results().size();
        progress = new Job.Progress(
                done, job.progress().pictures(), 0, job.progress().steps(), null);
    }

    UUID id() {
        return id;
    }

    Job.Progress progress() {
        return progress;
    }

    Lease lease() {
        return lease;
    }

    /** Updates the lease with the news from the store or from a caller. Once the lease has ended, it stays ended. */
    void renew(Lease news) {
        if (lease == Lease.HELD) {
            lease = news;
        }
    }

    /**
     * Records a step and returns the new progress.
     *
     * @param number the number of the picture, starting at 0
     * @param steps the steps that the picture really takes: fewer than requested if it starts from a picture
     */
    Job.Progress step(int number, int step, int steps) {
        int pictures = progress.pictures();
        double taken = (double) (number - done) * steps + step;
        double left = (double) (pictures - number) * steps - step;
        double seconds = (System.nanoTime() - began) / 1e9;
        progress = new Job.Progress(number + 1, pictures, step, steps, Math.round(seconds / taken * left * 10) / 10.0);
        return progress;
    }
}
