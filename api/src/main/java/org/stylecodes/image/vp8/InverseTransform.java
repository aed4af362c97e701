package org.stylecodes.image.vp8;

/** Transforms coefficients to differences of samples (RFC 6386, section 14), in the integer arithmetic that all decoders share. */
final class InverseTransform {
    private InverseTransform() {}

    /** Transforms the second-order luma block into the first coefficients of the 16 luma blocks. */
    static void walshHadamard(short[] values, int second) {
        int[] columns = new int[16];
        for (int i = 0; i < 4; i++) {
            int a = values[second + i] + values[second + 12 + i];
            int b = values[second + 4 + i] + values[second + 8 + i];
            int c = values[second + 4 + i] - values[second + 8 + i];
            int d = values[second + i] - values[second + 12 + i];
            columns[i] = a + b;
            columns[4 + i] = d + c;
            columns[8 + i] = a - b;
            columns[12 + i] = d - c;
        }
        for (int i = 0; i < 16; i += 4) {
            int a = columns[i] + 3 + columns[i + 3];
            int b = columns[i + 1] + columns[i + 2];
            int c = columns[i + 1] - columns[i + 2];
            int d = columns[i] + 3 - columns[i + 3];
            values[i * 16] = (short) (a + b >> 3);
            values[(i + 1) * 16] = (short) (d + c >> 3);
            values[(i + 2) * 16] = (short) (a - b >> 3);
            values[(i + 3) * 16] = (short) (d - c >> 3);
        }
    }

    /** Adds the inverse cosine transform of 16 coefficients to the block of 4x4 samples at {@code place}. */
    static void add(short[] values, int offset, Plane plane, int place) {
        int[] columns = new int[16];
        for (int i = 0; i < 4; i++) {
            int even = values[offset + i] + values[offset + 8 + i];
            int odd = values[offset + i] - values[offset + 8 + i];
            int c = sine(values[offset + 4 + i]) - cosine(values[offset + 12 + i]);
            int d = cosine(values[offset + 4 + i]) + sine(values[offset + 12 + i]);
            columns[4 * i] = even + d;
            columns[4 * i + 1] = odd + c;
            columns[4 * i + 2] = odd - c;
            columns[4 * i + 3] = even - d;
        }
        for (int y = 0; y < 4; y++) {
            int even = columns[y] + 4 + columns[8 + y];
            int odd = columns[y] + 4 - columns[8 + y];
            int c = sine(columns[4 + y]) - cosine(columns[12 + y]);
            int d = cosine(columns[4 + y]) + sine(columns[12 + y]);
            int row = place + y * plane.stride();
            plane.set(row, plane.get(row) + (even + d >> 3));
            plane.set(row + 1, plane.get(row + 1) + (odd + c >> 3));
            plane.set(row + 2, plane.get(row + 2) + (odd - c >> 3));
            plane.set(row + 3, plane.get(row + 3) + (even - d >> 3));
        }
    }

    /** Multiplies by sqrt(2) cos(pi / 8). */
    private static int cosine(int value) {
        return value + (value * 20091 >> 16);
    }

    /** Multiplies by sqrt(2) sin(pi / 8). */
    private static int sine(int value) {
        return value * 35468 >> 16;
    }
}
