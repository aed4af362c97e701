package org.stylecodes.studio.store;

/** Where a job stands. */
public enum JobState {
    /** Waits for its turn. */
    QUEUED,
    /** Is being drawn. */
    RUNNING,
    /** Was drawn. */
    DONE,
    /** Could not be drawn; the job says why. */
    FAILED,
    /** Was given up by who asked for it. */
    CANCELLED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
