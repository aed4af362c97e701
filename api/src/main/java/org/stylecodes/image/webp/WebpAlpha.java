package org.stylecodes.image.webp;

import java.io.IOException;
import java.util.Arrays;
import org.stylecodes.image.pixels.ImageSamples;

/**
 * The prediction filters of the alpha channel of lossy WebP pictures. The channel is stored as plain or compressed bytes, which are
 * differences from the prediction.
 */
enum WebpAlpha {
    NONE {
        @Override
        int predict(int left, int above, int corner) {
            return 0;
        }
    },
    HORIZONTAL {
        @Override
        int predict(int left, int above, int corner) {
            return left;
        }
    },
    VERTICAL {
        @Override
        int predict(int left, int above, int corner) {
            return above;
        }
    },
    GRADIENT {
        @Override
        int predict(int left, int above, int corner) {
            return Math.max(0, Math.min(255, left + above - corner));
        }
    };

    private static final int PLAIN = 0;
    private static final int LOSSLESS = 1;

    abstract int predict(int left, int above, int corner);

    /** Decodes the alpha channel to unsigned bytes of shape (height, width). */
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

    /** Compressed alpha is the green channel of a lossless picture. */
    private static byte[] greens(byte[] stream, int width, int height) throws IOException {
        byte[] rgb = ImageSamples.rgb(Vp8l.image(stream), (sample, alpha) -> sample);
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
                alpha[at] += (byte) predictionAt(alpha, at, x, y, width);
            }
        }
    }

    /** The prediction of a sample. Every filter uses only the left neighbour in the first row, and the one above in the first column. */
    private int predictionAt(byte[] alpha, int at, int x, int y, int width) {
        if (this == NONE || x == 0 && y == 0) {
            return 0;
        }
        if (y == 0) {
            return alpha[at - 1] & 255;
        }
        if (x == 0) {
            return alpha[at - width] & 255;
        }
        return predict(alpha[at - 1] & 255, alpha[at - width] & 255, alpha[at - width - 1] & 255);
    }
}
