package org.stylecodes.studio.store;

import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param picture the picture being drawn, the first being 1; 0 before it begins
 * @param pictures how many there will be
 * @param step the step of that picture last taken, the first being 1; 0 before it
 * @param steps how many each picture takes
 * @param secondsLeft what the rest will take, as far as can be told; null where it cannot
 */
public record JobProgress(
        int picture,
        int pictures,
        int step,
        int steps,
        @Nullable Double secondsLeft) {
    /** Nothing is drawn yet. */
    public static JobProgress none(int pictures, int steps) {
        return new JobProgress(0, pictures, 0, steps, null);
    }
}
