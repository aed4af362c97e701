package org.stylecodes.studio.store;

import org.jspecify.annotations.Nullable;

/**
 * The progress of a job.
 *
 * @param picture the number of the picture being drawn, starting at 1; 0 before the first
 * @param pictures the number of pictures in total
 * @param step the last step taken of that picture, starting at 1; 0 before the first
 * @param steps the number of steps of each picture
 * @param secondsLeft the estimated time left; null if it is unknown
 */
public record JobProgress(
        int picture,
        int pictures,
        int step,
        int steps,
        @Nullable Double secondsLeft) {
    /** The progress of a job that has not started. */
    public static JobProgress none(int pictures, int steps) {
        return new JobProgress(0, pictures, 0, steps, null);
    }
}
