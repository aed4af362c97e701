package org.stylecodes.train.illustration.raster;

/** Blur of a square plane by three passes of a box, which is close to a Gaussian. */
public final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    /**
     * A blurred copy; the plane is continued by its edge pixels.
     *
     * @param deviation the standard deviation in pixels; below a third of a pixel nothing is blurred
     */
    public static float[] of(float[] plane, int side, float deviation) {
        float[] from = plane.clone();
        if (deviation < 1f / 3) {
            return from;
        }
        // Extended boxes (Gwosdek et al. 2011): whole pixels on both sides, and a part of one more, give any variance.
        float variance = deviation * deviation / PASSES;
        int whole = (int) (((float) Math.sqrt(1 + 12 * variance) - 1) / 2);
        float missing = variance - whole * (whole + 1) / 3f;
        float part = (2 * whole + 1) * missing / (2 * ((whole + 1) * (whole + 1) - variance));
        float[] to = new float[plane.length];
        for (int pass = 0; pass < PASSES; pass++) {
            alongRows(from, to, side, whole, part);
            alongColumns(to, from, side, whole, part);
        }
        return from;
    }

    private static void alongRows(float[] from, float[] to, int side, int whole, float part) {
        float scale = 1 / (2 * (whole + part) + 1);
        float[] padded = new float[side + 2 * whole + 3];
        for (int row = 0; row < side; row++) {
            int start = row * side;
            System.arraycopy(from, start, padded, whole + 1, side);
            for (int i = 0; i <= whole; i++) {
                padded[i] = from[start];
                padded[side + whole + 1 + i] = from[start + side - 1];
            }
            padded[side + 2 * whole + 2] = from[start + side - 1];
            float sum = 0;
            for (int i = 1; i <= 2 * whole + 1; i++) {
                sum += padded[i];
            }
            for (int i = 0; i < side; i++) {
                float ahead = padded[i + 2 * whole + 2];
                to[start + i] = (sum + part * (padded[i] + ahead)) * scale;
                sum += ahead - padded[i + 1];
            }
        }
    }

    // All columns together, row after row, so that memory is read in order.
    private static void alongColumns(float[] from, float[] to, int side, int whole, float part) {
        float scale = 1 / (2 * (whole + part) + 1);
        float[] sums = new float[side];
        for (int row = -whole; row <= whole; row++) {
            int start = clamped(row, side) * side;
            for (int x = 0; x < side; x++) {
                sums[x] += from[start + x];
            }
        }
        for (int row = 0; row < side; row++) {
            int start = row * side;
            int before = clamped(row - whole - 1, side) * side;
            int ahead = clamped(row + whole + 1, side) * side;
            int leaving = clamped(row - whole, side) * side;
            for (int x = 0; x < side; x++) {
                float entering = from[ahead + x];
                to[start + x] = (sums[x] + part * (from[before + x] + entering)) * scale;
                sums[x] += entering - from[leaving + x];
            }
        }
    }

    private static int clamped(int row, int side) {
        return Math.max(0, Math.min(side - 1, row));
    }
}
