package org.stylecodes;

import java.util.Locale;

/** The type of the numbers that a network computes with. */
public enum Precision {
    /** 24 significant bits; what the published numbers were recorded with. */
    FLOAT32,
    /** 11 significant bits, and nothing above 65504; half the memory. */
    FLOAT16,
    /** 8 significant bits, and the range of {@link #FLOAT32}; half the memory. */
    BFLOAT16;

    /** The name in lower case, such as {@code bfloat16}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
