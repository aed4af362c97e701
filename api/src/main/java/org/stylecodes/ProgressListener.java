package org.stylecodes;

/**
 * Is told of every step of a request, on the thread that asked for it. What it throws ends the request and reaches the
 * caller.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = progress -> {};

    /** A step was taken. The progress is for use within this call only. */
    void progress(Progress progress);
}
