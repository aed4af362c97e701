package org.stylecodes.train.illustration.colour;

/** Where the colours of things come from. */
public enum Colouring {
    /** The drawing's own colours. */
    DRAWN,
    /** Shades of one hue, in the drawing's order of lightness. */
    TONES,
    /** Shades of two hues: one for warm, one for cool parts of the drawing. */
    TWO_HUES
}
