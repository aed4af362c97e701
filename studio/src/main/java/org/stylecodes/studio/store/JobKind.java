package org.stylecodes.studio.store;

/** What a job is for; the order in which they are drawn. */
public enum JobKind {
    /** Somebody asked for it and waits. */
    GENERATION,
    /** Somebody looks at a style whose samples are not drawn yet. */
    PREVIEW,
    /** A sample for the gallery, when there is nothing else to do. */
    SAMPLE
}
