package org.stylecodes;

import java.util.Locale;

/** The type of the numbers that a network computes with. */
public enum Precision {
    /** 24 significant bits. The published numbers were recorded with it. */
    FLOAT32,
    /** 11 significant bits, and no number above 65504. Takes half the memory of {@link #FLOAT32}. */
    FLOAT16,
    /** 8 significant bits, and the range of {@link #FLOAT32}. Takes half the memory of {@link #FLOAT32}. */
    BFLOAT16;

    /** Returns the name in lower case, such as {@code bfloat16}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
