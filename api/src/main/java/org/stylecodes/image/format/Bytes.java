package org.stylecodes.image.format;

import java.nio.charset.StandardCharsets;

/** Numbers and names inside picture files. */
public final class Bytes {
    private Bytes() {}

    public static int bigEndian(byte[] file, int at) {
        return (file[at] & 255) << 24 | (file[at + 1] & 255) << 16 | (file[at + 2] & 255) << 8 | file[at + 3] & 255;
    }

    public static int bigEndian16(byte[] file, int at) {
        return (file[at] & 255) << 8 | file[at + 1] & 255;
    }

    public static int littleEndian(byte[] file, int at) {
        return Integer.reverseBytes(bigEndian(file, at));
    }

    public static int littleEndian16(byte[] file, int at) {
        return (file[at + 1] & 255) << 8 | file[at] & 255;
    }

    public static int littleEndian24(byte[] file, int at) {
        return (file[at + 2] & 255) << 16 | littleEndian16(file, at);
    }

    public static void putBigEndian(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >> 24 - 8 * i);
        }
    }

    /** Whether a name of ASCII letters stands at a place that may lie beyond the end. */
    public static boolean has(byte[] file, int at, String name) {
        return at <= file.length - name.length()
                && new String(file, at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
    }
}
