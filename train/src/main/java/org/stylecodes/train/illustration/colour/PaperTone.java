package org.stylecodes.train.illustration.colour;

/** How light the backdrop of a palette is. */
public enum PaperTone {
    /** Nearly white, with dark things on it. */
    LIGHT,
    /** A colour of middle lightness. */
    MIDDLE,
    /** Nearly black, with light things on it. */
    DARK
}
