package org.stylecodes.studio.store;

/** The state of a job. */
public enum JobState {
    /** Waiting in the queue. */
    QUEUED,
    /** Being drawn. */
    RUNNING,
    /** Drawn completely. */
    DONE,
    /** Failed; the job holds the reason. */
    FAILED,
    /** Cancelled by a caller. */
    CANCELLED;

    /** Whether the job has ended and will not change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
