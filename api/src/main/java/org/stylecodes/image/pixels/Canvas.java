package org.stylecodes.image.pixels;

import java.util.Arrays;

/** Paper of one grey on which pictures are put, for one thread. */
public final class Canvas {
    private final int width;
    private final int height;
    private final byte[] rgb; // (height, width, 3)

    /** @param paper the grey of the empty canvas, 0 to 255 */
    public Canvas(int width, int height, int paper) {
        this.width = width;
        this.height = height;
        this.rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        Arrays.fill(rgb, (byte) paper);
    }

    /** Puts a picture with its upper left corner at a place; it must fit. */
    public void put(Pixels picture, int left, int top) {
        int row = picture.width() * 3;
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.rgb(), y * row, rgb, ((top + y) * width + left) * 3, row);
        }
    }

    /** Fills a rectangle, which must fit, with a grey. */
    public void fill(int left, int top, int columns, int rows, int grey) {
        for (int y = top; y < top + rows; y++) {
            int start = (y * width + left) * 3;
            Arrays.fill(rgb, start, start + columns * 3, (byte) grey);
        }
    }

    /** The picture that was made; the canvas must not be used any more. */
    public Pixels toPixels() {
        return new Pixels(width, height, rgb);
    }
}
