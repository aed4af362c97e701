package org.stylecodes.train.illustration.raster;

/**
 * Smooth noise from 0 to 1 with features of a given size: values hashed from a seed on a lattice of pixels, with smoothstep
 * interpolation between them. Immutable, thread-safe, the same on every machine.
 */
public record LatticeNoise(long seed, float period) {
    /** The value at a position in pixels. */
    public float at(float x, float y) {
        float u = x / period;
        float v = y / period;
        int column = floor(u);
        int row = floor(v);
        float tx = smooth(u - column);
        float ty = smooth(v - row);
        float top = Curves.mix(hash(column, row), hash(column + 1, row), tx);
        float bottom = Curves.mix(hash(column, row + 1), hash(column + 1, row + 1), tx);
        return Curves.mix(top, bottom, ty);
    }

    /** The value of a lattice point. */
    public float hash(int column, int row) {
        long bits = seed + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return ((bits ^ (bits >>> 31)) >>> 40) * 0x1p-24f;
    }

    /** A whole plane of three octaves, from 0 to 1. */
    public float[] cloud(int side) {
        LatticeNoise half = new LatticeNoise(seed + 1, period / 2);
        LatticeNoise quarter = new LatticeNoise(seed + 2, period / 4);
        float[] plane = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                plane[y * side + x] = (4 * at(x, y) + 2 * half.at(x, y) + quarter.at(x, y)) / 7;
            }
        }
        return plane;
    }

    private static int floor(float value) {
        int whole = (int) value;
        return value < whole ? whole - 1 : whole;
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }
}
