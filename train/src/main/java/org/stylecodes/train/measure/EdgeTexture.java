package org.stylecodes.train.measure;

import org.stylecodes.image.Picture;

/**
 * The strength of a picture's edges in each direction, at two scales.
 *
 * @param energy mean gradient magnitude of luma (0..255) by scale and direction: 8 directions at full size, then 8 at half size
 */
public record EdgeTexture(float[] energy) {
    private static final int DIRECTIONS = 8;

    /** The texture of a picture. */
    public static EdgeTexture of(Picture picture) {
        float[] energy = new float[2 * DIRECTIONS];
        int width = picture.width();
        int height = picture.height();
        float[] luma = luma(picture.rgb());
        accumulate(luma, width, height, energy, 0);
        accumulate(halved(luma, width, height), width / 2, height / 2, energy, DIRECTIONS);
        return new EdgeTexture(energy);
    }

    /** The sum of absolute differences over scales and directions. */
    public double distance(EdgeTexture other) {
        double sum = 0;
        for (int i = 0; i < energy.length; i++) {
            sum += Math.abs(energy[i] - other.energy[i]);
        }
        return sum;
    }

    private static void accumulate(float[] luma, int width, int height, float[] energy, int first) {
        int count = (width - 2) * (height - 2);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                float dx = (luma[i + 1] - luma[i - 1]) / 2;
                float dy = (luma[i + width] - luma[i - width]) / 2;
                // A direction and its opposite describe the same edge.
                double angle = Math.atan2(dy, dx) / Math.PI;
                int direction = (int) Math.floorMod(Math.round(angle * DIRECTIONS), (long) DIRECTIONS);
                energy[first + direction] += (float) (Math.hypot(dx, dy) / count);
            }
        }
    }

    private static float[] luma(byte[] rgb) {
        float[] luma = new float[rgb.length / 3];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * (rgb[3 * i] & 255) + 0.587f * (rgb[3 * i + 1] & 255) + 0.114f * (rgb[3 * i + 2] & 255);
        }
        return luma;
    }

    private static float[] halved(float[] luma, int width, int height) {
        int half = width / 2;
        float[] small = new float[half * (height / 2)];
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < half; x++) {
                int i = 2 * y * width + 2 * x;
                small[y * half + x] = (luma[i] + luma[i + 1] + luma[i + width] + luma[i + width + 1]) / 4;
            }
        }
        return small;
    }
}
