package org.stylecodes.train.scene;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.stylecodes.image.Picture;

/** Many pictures of one size side by side. */
public final class ContactSheet {
    private final int size;
    private final BufferedImage image;

    /** A black sheet for so many pictures of {@code size} x {@code size} pixels. */
    public ContactSheet(int rows, int columns, int size) {
        this.size = size;
        this.image = new BufferedImage(columns * size, rows * size, BufferedImage.TYPE_INT_RGB);
    }

    /** Copies a picture to its place, both counted from 0. */
    public void place(int row, int column, Picture picture) {
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(picture.toImage(), column * size, row * size, null);
        graphics.dispose();
    }

    /** The sheet so far. */
    public Picture picture() {
        return Picture.of(image);
    }
}
