package org.stylecodes.train.scene;

/** Arithmetic on packed sRGB colours, 0xRRGGBB. */
final class Rgb {
    static final int BLACK = 0;
    static final int WHITE = 0xffffff;

    private Rgb() {}

    /** Packs three channels of 0 to 255; values beyond are clamped. */
    static int of(double red, double green, double blue) {
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    static int red(int rgb) {
        return rgb >> 16 & 255;
    }

    static int green(int rgb) {
        return rgb >> 8 & 255;
    }

    static int blue(int rgb) {
        return rgb & 255;
    }

    /** {@code from} at 0, {@code to} at 1, a straight line between. */
    static int mix(int from, int to, double amount) {
        int weight = (int) (Math.max(0, Math.min(1, amount)) * 256 + .5);
        int red = red(from) * (256 - weight) + red(to) * weight + 128 >> 8;
        int green = green(from) * (256 - weight) + green(to) * weight + 128 >> 8;
        int blue = blue(from) * (256 - weight) + blue(to) * weight + 128 >> 8;
        return red << 16 | green << 8 | blue;
    }

    /** Brightness from 0 to 1 (Rec. 601 luma). */
    static double luma(int rgb) {
        return (.299 * red(rgb) + .587 * green(rgb) + .114 * blue(rgb)) / 255;
    }

    private static int channel(double value) {
        return (int) (Math.max(0, Math.min(255, value)) + .5);
    }
}
