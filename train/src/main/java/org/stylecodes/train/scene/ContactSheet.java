package org.stylecodes.train.scene;

/** Many pictures of one size side by side, packed sRGB. */
public final class ContactSheet {
    private final int rows;
    private final int columns;
    private final int size;
    private final int[] pixels;

    /** A black sheet for so many pictures of {@code size} x {@code size} pixels. */
    public ContactSheet(int rows, int columns, int size) {
        this.rows = rows;
        this.columns = columns;
        this.size = size;
        this.pixels = new int[Math.multiplyExact(Math.multiplyExact(rows * size, columns), size)];
    }

    /** Copies a picture to its place. */
    public void place(int row, int column, int[] picture) {
        for (int y = 0; y < size; y++) {
            System.arraycopy(picture, y * size, pixels, (row * size + y) * width() + column * size, size);
        }
    }

    public int width() {
        return columns * size;
    }

    public int height() {
        return rows * size;
    }

    /** The sheet so far, rows first; a copy. */
    public int[] pixels() {
        return pixels.clone();
    }
}
