package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** Smooth random values from -1 to 1: a lattice of random numbers over the grid, with smoothstep interpolation between. */
final class ValueNoise {
    private final int cells;
    private final double[] lattice;

    /** Noise with so many cells along each side of the picture: few make large blobs, many a fine grain. */
    ValueNoise(int cells, SplittableRandom random) {
        this.cells = cells;
        this.lattice = random.doubles((long) (cells + 2) * (cells + 2), -1, 1).toArray();
    }

    /** The value at a position of the 128x128 grid. */
    double at(double x, double y) {
        double latticeX = Math.max(0, Math.min(cells, x * cells / Raster.GRID));
        double latticeY = Math.max(0, Math.min(cells, y * cells / Raster.GRID));
        int column = (int) latticeX;
        int row = (int) latticeY;
        double tx = smooth(latticeX - column);
        double ty = smooth(latticeY - row);
        int corner = row * (cells + 2) + column;
        double top = lattice[corner] + (lattice[corner + 1] - lattice[corner]) * tx;
        int below = corner + cells + 2;
        double bottom = lattice[below] + (lattice[below + 1] - lattice[below]) * tx;
        return top + (bottom - top) * ty;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
