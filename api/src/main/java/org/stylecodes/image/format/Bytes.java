package org.stylecodes.image.format;

import java.nio.charset.StandardCharsets;

/** Reads and writes numbers and names inside picture files. */
public final class Bytes {
    private Bytes() {}

    /** Reads a signed 32-bit number. */
    public static int bigEndian(byte[] file, int at) {
        return (file[at] & 255) << 24 | (file[at + 1] & 255) << 16 | (file[at + 2] & 255) << 8 | file[at + 3] & 255;
    }

    /** Reads an unsigned 16-bit number. */
    public static int bigEndian16(byte[] file, int at) {
        return (file[at] & 255) << 8 | file[at + 1] & 255;
    }

    /** Reads a signed 32-bit number. */
    public static int littleEndian(byte[] file, int at) {
        return Integer.reverseBytes(bigEndian(file, at));
    }

    /** Reads an unsigned 16-bit number. */
    public static int littleEndian16(byte[] file, int at) {
        return (file[at + 1] & 255) << 8 | file[at] & 255;
    }

    /** Reads an unsigned 24-bit number. */
    public static int littleEndian24(byte[] file, int at) {
        return (file[at + 2] & 255) << 16 | littleEndian16(file, at);
    }

    /** Writes a 32-bit number. */
    public static void putBigEndian(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 24 - 8 * i);
        }
    }

    /** Tells whether the file has a name of ASCII letters at an index. The index may lie beyond the end of the file. */
    public static boolean has(byte[] file, int at, String name) {
        return at <= file.length - name.length()
                && new String(file, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }
}
