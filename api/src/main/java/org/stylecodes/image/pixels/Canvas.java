package org.stylecodes.image.pixels;

import java.util.Arrays;

/** A grey canvas onto which pictures are copied. Not thread-safe. */
public final class Canvas {
    private final int width;
    private final int height;
    private final byte[] rgb; // (height, width, 3)

    /**
     * Creates an empty canvas.
     *
     * @param paper the grey of the empty canvas, 0 to 255
     */
    public Canvas(int width, int height, int paper) {
        this.width = width;
        this.height = height;
        this.rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        Arrays.fill(rgb, (byte) paper);
    }

    /** Copies a picture onto the canvas with its upper left corner at (left, top). It must fit. */
    public void put(Pixels picture, int left, int top) {
        int row = picture.width() * 3;
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.rgb(), y * row, rgb, ((top + y) * width + left) * 3, row);
        }
    }

    /** Fills a rectangle with a grey. It must fit. */
    public void fill(int left, int top, int columns, int rows, int grey) {
        for (int y = top; y < top + rows; y++) {
            int start = (y * width + left) * 3;
            Arrays.fill(rgb, start, start + columns * 3, (byte) grey);
        }
    }

    /** Returns the finished picture without a copy. The canvas must not be used afterwards. */
    public Pixels toPixels() {
        return new Pixels(width, height, rgb);
    }
}
