package org.stylecodes.image;

import java.io.IOException;
import java.util.Arrays;

/** The alpha channel of lossy WebP pictures: plain or compressed bytes, each perhaps a difference from its neighbours. */
enum WebpAlpha {
    NONE {
        @Override
        int guess(int left, int above, int corner) {
            return 0;
        }
    },
    HORIZONTAL {
        @Override
        int guess(int left, int above, int corner) {
            return left;
        }
    },
    VERTICAL {
        @Override
        int guess(int left, int above, int corner) {
            return above;
        }
    },
    GRADIENT {
        @Override
        int guess(int left, int above, int corner) {
            return Math.max(0, Math.min(255, left + above - corner));
        }
    };

    private static final int PLAIN = 0;
    private static final int LOSSLESS = 1;

    abstract int guess(int left, int above, int corner);

    /** (height, width) unsigned bytes */
    static byte[] decode(WebpChunk chunk, int width, int height) throws IOException {
        chunk.requireLength(1);
        byte[] data = chunk.bytes();
        byte[] alpha =
                switch (data[0] & 3) {
                    case PLAIN -> Arrays.copyOfRange(data, 1, Math.addExact(1, plainLength(data, width, height)));
                    case LOSSLESS -> greens(Vp8l.withHeader(data, 1, width, height), width, height);
                    default -> throw new IOException("its alpha is compressed in an unknown way");
                };
        values()[data[0] >> 2 & 3].undo(alpha, width, height);
        return alpha;
    }

    private static int plainLength(byte[] data, int width, int height) throws IOException {
        if (data.length - 1 < (long) width * height) {
            throw new IOException("its alpha is cut short");
        }
        return width * height;
    }

    /** Compressed alpha is the green of a lossless picture. */
    private static byte[] greens(byte[] stream, int width, int height) throws IOException {
        byte[] rgb = PixelSamples.rgb(Vp8l.image(stream), Transparency.DROPPED);
        byte[] greens = new byte[width * height];
        for (int i = 0; i < greens.length; i++) {
            greens[i] = rgb[3 * i + 1];
        }
        return greens;
    }

    private void undo(byte[] alpha, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                alpha[at] += (byte) guessAt(alpha, at, x, y, width);
            }
        }
    }

    /** In the first row only the left neighbour counts, in the first column only the one above, whatever the way. */
    private int guessAt(byte[] alpha, int at, int x, int y, int width) {
        if (this == NONE || x == 0 && y == 0) {
            return 0;
        }
        if (y == 0) {
            return alpha[at - 1] & 255;
        }
        if (x == 0) {
            return alpha[at - width] & 255;
        }
        return guess(alpha[at - 1] & 255, alpha[at - width] & 255, alpha[at - width - 1] & 255);
    }
}
