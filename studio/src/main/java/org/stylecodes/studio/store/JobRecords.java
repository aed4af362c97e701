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
 * The records of the job queue, shared by all servers with the same database. A job belongs to the worker that claimed it as
 * long as that worker sends heartbeats. Every change that a worker makes names the worker, so a worker that lost its job
 * changes nothing. Thread-safe.
 */
public interface JobRecords {
    /** Whether a worker still holds a job. */
    enum Lease {
        /** The worker holds the job and may continue. */
        HELD,
        /** The job was cancelled. */
        CANCELLED,
        /** The job belongs to another worker or to none. */
        LOST
    }

    /**
     * Adds a waiting job.
     *
     * @param bound the most jobs of its kind that may wait for its model
     * @return false if the bound is reached
     */
    boolean add(Job job, int bound);

    /** Finds a job by its id. */
    Optional<Job> find(UUID id);

    /** Finds jobs by their ids, in no particular order; unknown ids are left out. */
    List<Job> find(Collection<UUID> ids);

    /**
     * Generations, newest first.
     *
     * @param before the last generation of the previous page; null for the first page
     */
    List<Job> newest(int count, @Nullable Job before);

    /** The places of all waiting jobs among those of the same model, starting at 1. */
    Map<UUID, Integer> positions();

    /**
     * The number of waiting jobs of a kind.
     *
     * @param model the id of a model; null for all models
     */
    int waiting(Job.Kind kind, @Nullable String model);

    /** Changes the kind of waiting jobs if the new kind is drawn earlier. */
    void raisePriority(Collection<UUID> jobs, Job.Kind kind);

    /**
     * Claims the next waiting job for a model or for any model.
     *
     * @param model the id of the worker's model
     */
    Optional<Job> claim(String worker, String model);

    /** Renews the lease of a worker on its job, and records the progress. */
    Lease heartbeat(UUID job, String worker, Job.Progress progress);

    /**
     * Records a picture of a job, and of the sample that the job draws, if any. A picture that was recorded before is left
     * unchanged.
     */
    void addResult(UUID job, String worker, Job.Result result);

    /**
     * Ends a job.
     *
     * @param error why it failed; null if it did not fail
     * @return false if the job no longer belongs to the worker
     */
    boolean finish(UUID job, String worker, Job.State state, Job.@Nullable Failure error);

    /** Returns an unfinished job to the queue, so that it is drawn again. */
    void release(UUID job, String worker);

    /** Cancels a job. A waiting job ends at once; a running job ends when its worker notices. */
    void cancel(UUID job);

    /**
     * Returns jobs to the queue whose worker has sent no heartbeat for some time, and fails those that were started too often.
     * Uses the clock of the database, because the clocks of servers may differ.
     *
     * @param mostAttempts how often a job may be started without making a picture
     * @param drawing the job that this process is drawing, which is left unchanged, because its silence only means that the
     *     machine was suspended or its clock was set; null for none
     * @return the number of recovered jobs
     */
    int recover(Duration silence, int mostAttempts, @Nullable UUID drawing);

    /**
     * Recovers every running job, regardless of the clock. Only for the start of the only process that uses the store.
     *
     * @return the number of recovered jobs
     */
    int recoverAll(int mostAttempts);

    /**
     * Removes the jobs that ended before a time, except those of samples that are kept.
     *
     * @return the number of removed jobs
     */
    int removeEnded(Instant before);
}
