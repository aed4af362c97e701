package org.stylecodes.image;

import org.stylecodes.image.format.DecodeOptions;

/**
 * How to read a picture, and how large it may be. A small file can claim to be a huge picture, so the size in its header is compared
 * with {@code maxPixels} before any pixel is decoded. Immutable.
 *
 * @param maxPixels the largest width x height, 1 to 700 million; decoding takes up to about 12 bytes of memory per pixel
 * @param maxBytes the size of the largest file, 1 to 2,000,000,000 bytes
 * @param transparency how to treat an alpha channel
 */
public record ReadOptions(long maxPixels, int maxBytes, Transparency transparency) {
    private static final long MOST_PIXELS = 700_000_000; // three bytes per pixel still fit into a Java array
    private static final int MOST_BYTES = 2_000_000_000;

    /** The default: at most 67,108,864 pixels (64 Mi) and 256 MiB, with alpha composited over white. */
    public static final ReadOptions DEFAULT = new ReadOptions(1L << 26, 1 << 28, Transparency.OVER_WHITE);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is out of range
     */
    public ReadOptions {
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException("maxPixels is " + maxPixels + ", expected 1 to " + MOST_PIXELS);
        }
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ", expected 1 to " + MOST_BYTES);
        }
    }

    /** Returns a copy with this limit of pixels. */
    public ReadOptions withMaxPixels(long pixels) {
        return new ReadOptions(pixels, maxBytes, transparency);
    }

    /** Returns a copy with this limit of bytes. */
    public ReadOptions withMaxBytes(int bytes) {
        return new ReadOptions(maxPixels, bytes, transparency);
    }

    /** Returns a copy with this treatment of alpha. */
    public ReadOptions with(Transparency other) {
        return new ReadOptions(maxPixels, maxBytes, other);
    }

    DecodeOptions decoding() {
        return new DecodeOptions(maxPixels, transparency::flatten);
    }
}
