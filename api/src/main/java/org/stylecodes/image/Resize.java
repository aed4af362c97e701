package org.stylecodes.image;

import java.util.Arrays;

/**
 * Resizes pictures exactly as the Python library Pillow does, to the bit. A style code depends on the resizing, so this gives a picture
 * the same code as the published release does.
 *
 * <p>It is an antialiasing filter in fixed point with two passes, first horizontal, then vertical. Weights are rounded to 22 fractional
 * bits, and the picture between the passes is rounded to 8 bits per sample.
 */
public final class Resize {
    /** The free parameter of the kernel. Source: Keys, "Cubic convolution interpolation for digital image processing", 1981. */
    private static final double A = -0.5;

    /** The radius of the kernel, in source pixels at a scale of 1. */
    private static final double SUPPORT = 2;

    private static final int FRACTION_BITS = 22;

    private Resize() {}

    /**
     * Resizes a picture by bicubic interpolation without keeping its aspect ratio. A picture that already has the size is returned
     * unchanged.
     *
     * @param width the new width in pixels, at least 1
     * @param height the new height in pixels, at least 1
     * @throws IllegalArgumentException if a side is below 1
     */
    public static Picture bicubic(Picture picture, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("cannot resize to " + width + "x" + height + ", expected at least 1x1");
        }
        Picture across = width == picture.width() ? picture : resizeRows(picture, width);
        return height == across.height() ? across : resizeColumns(across, height);
    }

    private static Picture resizeRows(Picture picture, int width) {
        Taps taps = Taps.of(picture.width(), width);
        int height = picture.height();
        byte[] in = picture.samples();
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        for (int y = 0, o = 0; y < height; y++) {
            int row = y * picture.width() * 3;
            for (int x = 0; x < width; x++) {
                int red = 1 << FRACTION_BITS - 1;
                int green = red;
                int blue = red;
                int i = row + taps.first[x] * 3;
                for (int weight : taps.weights[x]) {
                    red += (in[i] & 255) * weight;
                    green += (in[i + 1] & 255) * weight;
                    blue += (in[i + 2] & 255) * weight;
                    i += 3;
                }
                out[o++] = clip(red);
                out[o++] = clip(green);
                out[o++] = clip(blue);
            }
        }
        return Picture.owning(width, height, out);
    }

    private static Picture resizeColumns(Picture picture, int height) {
        Taps taps = Taps.of(picture.height(), height);
        int stride = picture.width() * 3;
        byte[] in = picture.samples();
        byte[] out = new byte[Math.multiplyExact(stride, height)];
        int[] sums = new int[stride];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 1 << FRACTION_BITS - 1);
            int row = taps.first[y] * stride;
            for (int weight : taps.weights[y]) {
                for (int i = 0; i < stride; i++) {
                    sums[i] += (in[row + i] & 255) * weight;
                }
                row += stride;
            }
            for (int i = 0; i < stride; i++) {
                out[y * stride + i] = clip(sums[i]);
            }
        }
        return Picture.owning(picture.width(), height, out);
    }

    private static byte clip(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> FRACTION_BITS));
    }

    /** For each target pixel, the first source pixel that it reads, and the fixed-point weights of that pixel and those after it. */
    private record Taps(int[] first, int[][] weights) {
        static Taps of(int from, int to) {
            double scale = (double) from / to;
            double stretch = Math.max(1, scale); // shrinking widens the kernel, which prevents aliasing
            double support = SUPPORT * stretch;
            int[] first = new int[to];
            int[][] weights = new int[to][];
            for (int target = 0; target < to; target++) {
                double center = (target + 0.5) * scale;
                int start = Math.max(0, (int) (center - support + 0.5));
                int end = Math.min(from, (int) (center + support + 0.5));
                first[target] = start;
                weights[target] = fixedPoint(kernel(start, end, center, 1 / stretch));
            }
            return new Taps(first, weights);
        }

        private static double[] kernel(int start, int end, double center, double shrink) {
            double[] weights = new double[end - start];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = cubic((i + start - center + 0.5) * shrink);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length && sum != 0; i++) {
                weights[i] /= sum;
            }
            return weights;
        }

        private static double cubic(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return ((A + 2) * x - (A + 3)) * x * x + 1;
            }
            return x < SUPPORT ? (((x - 5) * x + 8) * x - 4) * A : 0;
        }

        private static int[] fixedPoint(double[] weights) {
            int[] rounded = new int[weights.length];
            for (int i = 0; i < weights.length; i++) {
                rounded[i] = (int) (weights[i] * (1 << FRACTION_BITS) + (weights[i] < 0 ? -0.5 : 0.5));
            }
            return rounded;
        }
    }
}
