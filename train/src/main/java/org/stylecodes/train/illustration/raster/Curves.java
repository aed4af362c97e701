package org.stylecodes.train.illustration.raster;

/** Small functions of one number that many painters share. */
public final class Curves {
    private Curves() {}

    /** The value moved into 0 to 1. */
    public static float clamp(float value) {
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    /** Hermite's step: 0 up to {@code from}, 1 from {@code to} on, smooth between; falls where {@code from > to}. */
    public static float step(float from, float to, float value) {
        float t = clamp((value - from) / (to - from));
        return t * t * (3 - 2 * t);
    }

    /** Linear interpolation. */
    public static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
