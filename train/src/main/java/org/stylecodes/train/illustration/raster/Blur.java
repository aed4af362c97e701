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
        // Variance of a box of half-width r with fractional ends is about r(r+1)/3 a pass.
        float radius = (float) (Math.sqrt(1 + 4 * deviation * deviation) - 1) / 2;
        float[] from = plane.clone();
        if (deviation < 1f / 3) {
            return from;
        }
        float[] to = new float[plane.length];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int line = 0; line < side; line++) {
                box(from, to, line * side, 1, side, radius);
            }
            for (int line = 0; line < side; line++) {
                box(to, from, line, side, side, radius);
            }
        }
        return from;
    }

    private static void box(float[] from, float[] to, int start, int stride, int count, float radius) {
        int whole = (int) radius;
        float part = radius - whole;
        float scale = 1 / (2 * radius + 1);
        float sum = 0;
        for (int k = -whole; k <= whole; k++) {
            sum += at(from, start, stride, count, k);
        }
        for (int i = 0; i < count; i++) {
            float ends = at(from, start, stride, count, i - whole - 1) + at(from, start, stride, count, i + whole + 1);
            to[start + i * stride] = (sum + part * ends) * scale;
            sum += at(from, start, stride, count, i + whole + 1) - at(from, start, stride, count, i - whole);
        }
    }

    private static float at(float[] plane, int start, int stride, int count, int index) {
        return plane[start + Math.max(0, Math.min(count - 1, index)) * stride];
    }
}
