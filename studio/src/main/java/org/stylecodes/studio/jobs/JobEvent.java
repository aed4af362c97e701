package org.stylecodes.studio.jobs;

import org.stylecodes.studio.store.Job;

/**
 * Something that happened to a job. Every event carries the full state, so a listener that missed some events needs only the
 * last one.
 */
public sealed interface JobEvent {
    /**
     * The current state of the job.
     *
     * @param position the place among the waiting jobs, starting at 1; 0 if the job does not wait
     */
    record State(Job job, int position) implements JobEvent {}

    /** A step was taken. */
    record Step(Job.Progress progress) implements JobEvent {}

    /**
     * An estimate of the finished picture from the current step.
     *
     * @param picture the number of the picture, starting at 1
     * @param step the last step taken
     * @param png the preview as a PNG file
     */
    record Preview(int picture, int step, byte[] png) implements JobEvent {}

    /** The job has ended. This is the last event. */
    record Done(Job job) implements JobEvent {}
}
