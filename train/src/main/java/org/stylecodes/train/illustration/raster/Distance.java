package org.stylecodes.train.illustration.raster;

/** The exact Euclidean distance of pixels to a shape (Felzenszwalb and Huttenlocher 2012). */
public final class Distance {
    private Distance() {}

    /** Pixels to the nearest pixel where the mask is at least a half; 0 within it, at least {@code side} if there is none. */
    public static float[] outside(float[] mask, int side) {
        return of(mask, side, true);
    }

    /** Pixels to the nearest pixel where the mask is below a half; 0 outside the mask, at least {@code side} if there is none. */
    public static float[] inside(float[] mask, int side) {
        return of(mask, side, false);
    }

    private static float[] of(float[] mask, int side, boolean covered) {
        int far = 2 * side; // farther than any pixel, and its square is exact in single precision
        float[] distance = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            float above = i < side ? far : distance[i - side] + 1;
            distance[i] = mask[i] >= .5f == covered ? 0 : Math.min(far, above);
        }
        for (int i = mask.length - side - 1; i >= 0; i--) {
            distance[i] = Math.min(distance[i], distance[i + side] + 1);
        }
        float[] squares = new float[side];
        int[] vertices = new int[side];
        float[] bounds = new float[side + 1];
        for (int start = 0; start < distance.length; start += side) {
            alongRow(distance, start, squares, vertices, bounds);
        }
        return distance;
    }

    // The lower envelope of parabolas over the row, whose heights are the squared distances along columns.
    private static void alongRow(float[] distance, int start, float[] squares, int[] vertices, float[] bounds) {
        int side = squares.length;
        float sum = 0;
        for (int i = 0; i < side; i++) {
            squares[i] = distance[start + i] * distance[start + i];
            sum += squares[i];
        }
        if (sum == 0) {
            return;
        }
        int last = 0;
        vertices[0] = 0;
        bounds[0] = Float.NEGATIVE_INFINITY;
        for (int i = 1; i < side; i++) {
            float crossing = crossing(squares, i, vertices[last]);
            while (crossing <= bounds[last]) {
                last--;
                crossing = crossing(squares, i, vertices[last]);
            }
            last++;
            vertices[last] = i;
            bounds[last] = crossing;
        }
        bounds[last + 1] = Float.POSITIVE_INFINITY;
        int nearest = 0;
        for (int i = 0; i < side; i++) {
            while (bounds[nearest + 1] < i) {
                nearest++;
            }
            int offset = i - vertices[nearest];
            distance[start + i] = (float) Math.sqrt(offset * offset + squares[vertices[nearest]]);
        }
    }

    private static float crossing(float[] squares, int i, int vertex) {
        return (squares[i] - squares[vertex] + (i * i - vertex * vertex)) / (2 * (i - vertex));
    }
}
