package org.stylecodes.train.check;

import org.stylecodes.image.Picture;

/**
 * The perceptual hash of a picture: the mean colours of 8x8 equal parts. Two pictures that differ by size, compression or slight
 * changes of brightness resemble each other; two drawings of one thing in different colours do not. Immutable.
 */
final class PictureHash {
    private static final int SIDE = 8;
    private static final int CELLS = SIDE * SIDE;

    /** The largest root mean square difference of two pictures that resemble each other, in steps of 255. */
    static final double TOLERANCE = 6;

    private static final double FEATURELESS =
            3; // root mean square contrast; below it every picture is like every other
    private static final int DIFFERENT_BITS = 10; // of 64

    private final byte[] colours; // (8, 8, 3)
    private final long bits; // whether each part is brighter than the mean
    private final float brightness;
    private final float tolerance;

    private PictureHash(byte[] colours) {
        this.colours = colours;
        double sum = 0;
        double squares = 0;
        for (byte colour : colours) {
            sum += colour & 255;
            squares += (colour & 255) * (colour & 255);
        }
        double mean = sum / colours.length;
        double contrast = Math.sqrt(Math.max(0, squares / colours.length - mean * mean));
        long brighter = 0;
        for (int i = 0; i < CELLS; i++) {
            int cell = (colours[3 * i] & 255) + (colours[3 * i + 1] & 255) + (colours[3 * i + 2] & 255);
            brighter |= cell > 3 * mean ? 1L << i : 0;
        }
        bits = brighter;
        brightness = (float) mean;
        // Pictures with little contrast, such as thin lines on paper, differ by little, too.
        tolerance = contrast < FEATURELESS ? -1 : (float) Math.min(TOLERANCE, 1 + 0.12 * contrast);
    }

    static PictureHash of(Picture picture) {
        byte[] colours = new byte[CELLS * 3];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                mean(picture, row, column, colours);
            }
        }
        return new PictureHash(colours);
    }

    // The parts of a picture with fewer than 8 pixels in a direction overlap.
    private static void mean(Picture picture, int row, int column, byte[] colours) {
        int top = row * picture.height() / SIDE;
        int bottom = Math.max(top + 1, (row + 1) * picture.height() / SIDE);
        int left = column * picture.width() / SIDE;
        int right = Math.max(left + 1, (column + 1) * picture.width() / SIDE);
        long count = (long) (bottom - top) * (right - left);
        for (int channel = 0; channel < 3; channel++) {
            long sum = 0;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    sum += picture.sample(x, y, channel);
                }
            }
            colours[(row * SIDE + column) * 3 + channel] = (byte) ((sum + count / 2) / count);
        }
    }

    /** The mean of all samples, 0 to 255. Those of two pictures that resemble each other differ by at most {@link #TOLERANCE}. */
    float brightness() {
        return brightness;
    }

    /** Whether two pictures look the same from afar. A picture without features, such as a blank one, resembles none. */
    boolean resembles(PictureHash other) {
        if (Long.bitCount(bits ^ other.bits) > DIFFERENT_BITS) {
            return false;
        }
        float most = Math.min(tolerance, other.tolerance);
        if (most < 0) {
            return false;
        }
        float limit = most * most * colours.length;
        int squares = 0;
        for (int i = 0; i < colours.length; i++) {
            int difference = (colours[i] & 255) - (other.colours[i] & 255);
            squares += difference * difference;
        }
        return squares <= limit;
    }
}
