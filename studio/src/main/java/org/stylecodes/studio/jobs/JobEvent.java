package org.stylecodes.studio.jobs;

import org.stylecodes.studio.store.Job;

/** Something that happened to a job. Every event carries the whole state, so a listener that missed some only needs the last. */
public sealed interface JobEvent {
    /**
     * The job as it is now.
     *
     * @param position its place among those that wait, the next one being 1; 0 when it does not wait
     */
    record State(Job job, int position) implements JobEvent {}

    /** A step was taken. */
    record Step(Job.Progress progress) implements JobEvent {}

    /**
     * What the picture would be if it ended here.
     *
     * @param picture the picture being drawn, the first being 1
     * @param step last taken
     * @param png its file
     */
    record Preview(int picture, int step, byte[] png) implements JobEvent {}

    /** The job ended; nothing follows. */
    record Done(Job job) implements JobEvent {}
}
