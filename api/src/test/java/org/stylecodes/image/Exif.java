package org.stylecodes.image;

/** Builds EXIF blocks by hand. */
public final class Exif {
    private Exif() {}

    /** A big-endian TIFF file whose only tag is 0x0112, a short. */
    public static byte[] oriented(int value) {
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) value, 0, 0, 0, 0, 0, 0
        };
    }
}
