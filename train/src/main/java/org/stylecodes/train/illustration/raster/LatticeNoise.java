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

    /** The values at all pixels of a square, row by row; the same as {@link #at} and much faster. */
    public float[] plane(int side) {
        int across = (int) ((side - 1) / period) + 2;
        float[] lattice = new float[across * across];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = hash(i % across, i / across);
        }
        int[] cell = new int[side];
        float[] part = new float[side];
        for (int i = 0; i < side; i++) {
            cell[i] = (int) (i / period);
            part[i] = smooth(i / period - cell[i]);
        }
        float[] plane = new float[side * side];
        for (int y = 0; y < side; y++) {
            int row = cell[y] * across;
            for (int x = 0; x < side; x++) {
                int corner = row + cell[x];
                float top = Curves.mix(lattice[corner], lattice[corner + 1], part[x]);
                float bottom = Curves.mix(lattice[corner + across], lattice[corner + across + 1], part[x]);
                plane[y * side + x] = Curves.mix(top, bottom, part[y]);
            }
        }
        return plane;
    }

    /** A whole plane of three octaves, from 0 to 1. */
    public float[] cloud(int side) {
        float[] plane = plane(side);
        float[] half = new LatticeNoise(seed + 1, period / 2).plane(side);
        float[] quarter = new LatticeNoise(seed + 2, period / 4).plane(side);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (4 * plane[i] + 2 * half[i] + quarter[i]) / 7;
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
