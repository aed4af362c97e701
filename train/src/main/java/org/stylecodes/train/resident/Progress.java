package org.stylecodes.train.resident;

/**
 * How far a stage is.
 *
 * @param step counted from 0
 * @param share the share of the stage's time that has passed, 0..1
 */
record Progress(long step, double share) {
    private static final double WARM_UP = 100;
    private static final double DECAY = 0.4;

    /** A learning rate that rises in the first steps and falls in the last part of the stage. */
    double rate(double highest) {
        double rise = Math.min(1, (step + 1) / WARM_UP);
        double fall = Math.min(1, (1 - share) / DECAY);
        return highest * rise * Math.max(0.02, fall);
    }
}
