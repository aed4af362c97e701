package org.stylecodes.train.illustration.raster;

/** The exact Euclidean distance of pixels to a shape (Felzenszwalb and Huttenlocher 2012). */
public final class Distance {
    private static final float FAR = 1e9f;

    private Distance() {}

    /** Pixels to the nearest pixel where the mask is at least a half; 0 within it. */
    public static float[] outside(float[] mask, int side) {
        return of(mask, side, true);
    }

    /** Pixels to the nearest pixel where the mask is below a half; 0 outside the mask. */
    public static float[] inside(float[] mask, int side) {
        return of(mask, side, false);
    }

    private static float[] of(float[] mask, int side, boolean covered) {
        float[] squared = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            squared[i] = mask[i] >= .5f == covered ? 0 : FAR;
        }
        float[] line = new float[side];
        int[] vertices = new int[side];
        float[] bounds = new float[side + 1];
        for (int x = 0; x < side; x++) {
            transform(squared, x, side, side, line, vertices, bounds);
        }
        for (int y = 0; y < side; y++) {
            transform(squared, y * side, 1, side, line, vertices, bounds);
        }
        for (int i = 0; i < squared.length; i++) {
            squared[i] = (float) Math.sqrt(squared[i]);
        }
        return squared;
    }

    private static void transform(
            float[] plane, int start, int stride, int count, float[] line, int[] vertices, float[] bounds) {
        for (int i = 0; i < count; i++) {
            line[i] = plane[start + i * stride];
        }
        int last = 0;
        vertices[0] = 0;
        bounds[0] = -FAR;
        bounds[1] = FAR;
        for (int i = 1; i < count; i++) {
            float crossing = crossing(line, i, vertices[last]);
            while (crossing <= bounds[last]) {
                last--;
                crossing = crossing(line, i, vertices[last]);
            }
            last++;
            vertices[last] = i;
            bounds[last] = crossing;
            bounds[last + 1] = FAR;
        }
        int nearest = 0;
        for (int i = 0; i < count; i++) {
            while (bounds[nearest + 1] < i) {
                nearest++;
            }
            int offset = i - vertices[nearest];
            plane[start + i * stride] = offset * offset + line[vertices[nearest]];
        }
    }

    private static float crossing(float[] line, int i, int vertex) {
        // Double, because FAR swallows the squares in single precision.
        double difference = ((double) line[i] + (double) i * i) - ((double) line[vertex] + (double) vertex * vertex);
        return (float) Math.max(-FAR / 2, Math.min(FAR / 2, difference / (2.0 * (i - vertex))));
    }
}
