package org.stylecodes.studio.store;

/** What a job is for. Jobs are drawn in the order of these constants. */
public enum JobKind {
    /** Requested by a caller who waits for it. */
    GENERATION,
    /** A sample of a style that somebody is looking at. */
    PREVIEW,
    /** A sample for the gallery, drawn when nothing else waits. */
    SAMPLE
}
