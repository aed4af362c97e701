package org.stylecodes.train.measure;

import java.util.Arrays;
import org.stylecodes.image.Lab;
import org.stylecodes.image.Picture;

/**
 * The quantiles of a picture's colours on each axis of CIELAB (D65). The Wasserstein-1 distance of two pictures along an axis is the mean
 * difference of their quantiles.
 *
 * @param lightness L, 0..100, ascending
 * @param a green to red, ascending
 * @param b blue to yellow, ascending
 */
public record Colours(float[] lightness, float[] a, float[] b) {
    private static final int QUANTILES = 256;

    /** The colours of a picture. */
    public static Colours of(Picture picture) {
        byte[] rgb = picture.rgb();
        int pixels = rgb.length / 3;
        float[] lightness = new float[pixels];
        float[] a = new float[pixels];
        float[] b = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            Lab colour = Lab.ofRgb((rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | rgb[3 * i + 2] & 255);
            lightness[i] = (float) colour.lightness();
            a[i] = (float) colour.a();
            b[i] = (float) colour.b();
        }
        return new Colours(quantiles(lightness), quantiles(a), quantiles(b));
    }

    /** The Wasserstein-1 distance along L. */
    public double lightnessDistance(Colours other) {
        return distance(lightness, other.lightness);
    }

    /** The mean of the Wasserstein-1 distances along a and b. */
    public double hueDistance(Colours other) {
        return (distance(a, other.a) + distance(b, other.b)) / 2;
    }

    private static double distance(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < QUANTILES; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return sum / QUANTILES;
    }

    private static float[] quantiles(float[] values) {
        Arrays.sort(values);
        float[] quantiles = new float[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            quantiles[i] = values[(int) ((i + 0.5) * values.length / QUANTILES)];
        }
        return quantiles;
    }
}
