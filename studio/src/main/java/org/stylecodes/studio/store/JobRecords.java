package org.stylecodes.studio.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue: jobs of all servers that share a database. A job belongs to the worker that claimed it for as long as that one
 * gives signs of life; every change that a worker makes names it, so one that lost its job changes nothing. Thread-safe.
 */
public interface JobRecords {
    /** Whether a worker still holds a job. */
    enum Lease {
        /** The worker holds the job and goes on. */
        HELD,
        /** The job was cancelled. */
        CANCELLED,
        /** The job belongs to another worker by now, or to none. */
        LOST
    }

    /**
     * Adds a job that waits.
     *
     * @param bound how many jobs of its kind may wait at once for its model
     * @return false if so many do
     */
    boolean add(Job job, int bound);

    /** The job of an id. */
    Optional<Job> find(UUID id);

    /** The jobs of some ids, in no order; ids that are not known are left out. */
    List<Job> find(Collection<UUID> ids);

    /**
     * Generations, the newest first.
     *
     * @param before the last one of the page before; null for the first page
     */
    List<Job> newest(int count, @Nullable Job before);

    /** The places of all jobs that wait, among those of the same model, the next one being 1. */
    Map<UUID, Integer> positions();

    /** How many jobs of a kind wait for a model; null for all models. */
    int waiting(Job.Kind kind, @Nullable String model);

    /** Moves waiting jobs up to those of another kind, if that one is drawn earlier. */
    void raisePriority(Collection<UUID> jobs, Job.Kind kind);

    /**
     * Takes the next job that waits for a model, or for any.
     *
     * @param model the id of the model that the worker draws with
     */
    Optional<Job> claim(String worker, String model);

    /** Renews the lease of a worker on its job, and notes how far it has come. */
    Lease heartbeat(UUID job, String worker, Job.Progress progress);

    /** Notes a picture, for samples of a style too; one that was noted already stays as it is. */
    void addResult(UUID job, String worker, Job.Result result);

    /**
     * Ends a job.
     *
     * @param error why it failed; null where it did not
     * @return false if the job belonged to another worker by now
     */
    boolean finish(UUID job, String worker, Job.State state, Job.@Nullable Failure error);

    /** Gives a job back that could not be ended, so that it is drawn again. */
    void release(UUID job, String worker);

    /** Asks for the end of a job: one that waits ends at once, one that runs when its worker hears of it. */
    void cancel(UUID job);

    /**
     * Lets jobs wait again whose worker has given no sign of life for some time, and ends those that brought down too many.
     * The time is the database's: clocks of servers may differ.
     *
     * @param mostAttempts how often a job is begun without making a picture
     * @param drawing the job that this process is drawing, which stays as it is, since its silence only tells that the machine
     *     was suspended or its clock set; null for none
     * @return how many there were
     */
    int recover(Duration silence, int mostAttempts, @Nullable UUID drawing);

    /**
     * Does the same with every job that runs, whatever the clock says; for the start of the only process on a store.
     *
     * @return how many there were
     */
    int recoverAll(int mostAttempts);

    /**
     * Forgets the jobs that ended before a time, but those of samples that are kept.
     *
     * @return how many there were
     */
    int removeEnded(Instant before);
}
