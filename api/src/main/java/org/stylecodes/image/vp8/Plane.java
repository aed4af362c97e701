package org.stylecodes.image.vp8;

import java.util.Arrays;

/**
 * A plane of luma or chroma samples in whole macroblocks. An extra row above and an extra column on the left stand for neighbours outside
 * the picture: 127 above, 129 on the left (RFC 6386, section 12.2). Each row has four more samples for blocks that use the upper right.
 */
final class Plane {
    private static final int ABOVE = 127;
    private static final int LEFT = 129;

    private final byte[] samples;
    private final int stride;

    Plane(int width, int height) {
        stride = width + 5;
        samples = new byte[Math.multiplyExact(stride, height + 1)];
        Arrays.fill(samples, 0, stride, (byte) ABOVE);
        for (int y = 1; y <= height; y++) {
            samples[y * stride] = (byte) LEFT;
        }
    }

    byte[] samples() {
        return samples;
    }

    /** The distance from one row to the next. */
    int stride() {
        return stride;
    }

    /** The index of a sample. Coordinates of -1 are the extra row and column. */
    int at(int x, int y) {
        return (y + 1) * stride + x + 1;
    }

    int get(int place) {
        return samples[place] & 255;
    }

    /** Sets a sample, limited to 0..255. */
    void set(int place, int value) {
        samples[place] = (byte) Math.max(0, Math.min(255, value));
    }
}
