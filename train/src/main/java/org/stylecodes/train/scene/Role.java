package org.stylecodes.train.scene;

/** What a colour of a {@link ScenePalette} is used for, with the share of a typical picture that it covers. */
public enum Role {
    /** The background, by far the largest area. */
    SKY(.55),
    /** Hills, water, meadows. */
    GROUND(.2),
    /** The largest part of an object. */
    MAIN(.14),
    /** The second part of an object: a roof, a stem, a tail. */
    SECONDARY(.07),
    /** Small parts: windows, spots, the sun. */
    ACCENT(.04),
    /** Outlines and the smallest details. */
    INK(0);

    private final double share;

    Role(double share) {
        this.share = share;
    }

    /** The share of a picture's area, from 0 to 1; all shares add up to 1. */
    public double share() {
        return share;
    }
}
