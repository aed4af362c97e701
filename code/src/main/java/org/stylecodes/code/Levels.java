package org.stylecodes.code;

/**
 * Converts between levels, the integers 0 to 63 that symbols stand for, and values, the numbers -1 to 1 of the style latent. Level
 * q has the value 2q/63-1.
 */
public final class Levels {
    /** The number of levels. */
    public static final int COUNT = 64;

    /** The highest level. It has the value 1; level 0 has the value -1. */
    public static final int HIGHEST = COUNT - 1;

    private Levels() {}

    /**
     * Returns the value of a level, -1 to 1.
     *
     * @throws IllegalArgumentException if the level is not 0 to 63
     */
    public static double value(int level) {
        return 2.0 * require(level) / HIGHEST - 1;
    }

    /**
     * Returns the level nearest to a value. A value outside -1 to 1 gets the lowest or highest level.
     *
     * @throws IllegalArgumentException if the value is NaN
     */
    public static int nearest(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a value is NaN; expected a number from -1 to 1");
        }
        double clamped = Math.max(-1, Math.min(1, value));
        return (int) Math.floor((clamped + 1) * (HIGHEST / 2.0) + 0.5);
    }

    static int require(int level) {
        if (level < 0 || level > HIGHEST) {
            throw new IllegalArgumentException("a level is " + level + "; expected 0 to " + HIGHEST);
        }
        return level;
    }
}
