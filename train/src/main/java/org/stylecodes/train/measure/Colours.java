package org.stylecodes.train.measure;

import java.util.Arrays;
import org.stylecodes.image.Picture;

/**
 * The colours of a picture in CIELAB (D65), each axis sorted, so that the Wasserstein-1 distance of two pictures is the mean
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
            double red = linear(rgb[3 * i]);
            double green = linear(rgb[3 * i + 1]);
            double blue = linear(rgb[3 * i + 2]);
            // sRGB to XYZ relative to the D65 white point (IEC 61966-2-1).
            double x = compressed((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
            double y = compressed(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            double z = compressed((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
            lightness[i] = (float) (116 * y - 16);
            a[i] = (float) (500 * (x - y));
            b[i] = (float) (200 * (y - z));
        }
        return new Colours(quantiles(lightness), quantiles(a), quantiles(b));
    }

    /** Wasserstein-1 distance along L. */
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

    private static double linear(byte channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double compressed(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }
}
