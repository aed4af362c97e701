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

    /**
     * Returns the precision in which a device draws fastest without a visible difference: {@link #BFLOAT16} on graphics cards and on
     * processors that multiply such numbers (AMX or AVX512-BF16), {@link #FLOAT32} on all others. Only Linux tells what the processor can do;
     * on other systems it counts as one of the others.
     */
    public static Precision fastest(Device device) {
        boolean half = device.kind() == Device.Kind.CUDA || ProcessorFeatures.hasBfloat16Products();
        return half ? BFLOAT16 : FLOAT32;
    }

    /** Returns the name in lower case, such as {@code bfloat16}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
