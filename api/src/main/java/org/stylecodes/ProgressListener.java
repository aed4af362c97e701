package org.stylecodes;

/**
 * Receives the progress of a request after every step, on the thread that made the request. An exception that the listener throws ends
 * the request and reaches the caller.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Ignores all progress. */
    ProgressListener NONE = progress -> {};

    /** Called after a step. Use the progress only within this call. */
    void progress(Progress progress);
}
