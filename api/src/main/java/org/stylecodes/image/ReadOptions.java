package org.stylecodes.image;

import org.stylecodes.image.format.DecodeOptions;

/**
 * How a picture is read, and how large it may be. A small file can claim to be a huge picture, so its size is looked up in its
 * header and compared with {@code maxPixels} before any pixel is decoded.
 *
 * @param maxPixels the largest width x height, 1 to 700 million; decoding takes up to about 12 bytes of memory a pixel
 * @param maxBytes the largest file, 1 to 2,000,000,000 bytes
 * @param transparency what becomes of an alpha channel
 */
public record ReadOptions(long maxPixels, int maxBytes, Transparency transparency) {
    private static final long MOST_PIXELS = 700_000_000; // three bytes each still fit a Java array
    private static final int MOST_BYTES = 2_000_000_000;

    /** 67,108,864 pixels (a photograph of 64 megapixels), 256 MiB of file, alpha over white. */
    public static final ReadOptions DEFAULT = new ReadOptions(1L << 26, 1 << 28, Transparency.OVER_WHITE);

    /** Refuses limits outside the ranges given. */
    public ReadOptions {
        if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException("maxPixels is " + maxPixels + ", expected 1 to " + MOST_PIXELS);
        }
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ", expected 1 to " + MOST_BYTES);
        }
    }

    /** The same with another limit of pixels. */
    public ReadOptions withMaxPixels(long pixels) {
        return new ReadOptions(pixels, maxBytes, transparency);
    }

    /** The same with another limit of bytes. */
    public ReadOptions withMaxBytes(int bytes) {
        return new ReadOptions(maxPixels, bytes, transparency);
    }

    /** The same with another use of alpha. */
    public ReadOptions with(Transparency other) {
        return new ReadOptions(maxPixels, maxBytes, other);
    }

    DecodeOptions decoding() {
        return new DecodeOptions(maxPixels, transparency::flatten);
    }
}
