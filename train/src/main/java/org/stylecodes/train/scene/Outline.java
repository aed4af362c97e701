package org.stylecodes.train.scene;

/** The line around every shape, in the palette's ink, which is dark in some styles and light in others. */
public enum Outline {
    NONE(0),
    THIN(1.7),
    THICK(3.4);

    private final double width;

    Outline(double width) {
        this.width = width;
    }

    /** Width in pixels of a 128x128 picture. */
    public double width() {
        return width;
    }
}
