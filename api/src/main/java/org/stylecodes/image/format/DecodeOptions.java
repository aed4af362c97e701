package org.stylecodes.image.format;

import java.util.function.IntBinaryOperator;

/**
 * How large a picture may be, and what becomes of its alpha channel.
 *
 * @param maxPixels the largest width x height
 * @param flatten makes the opaque sample of a sample and its alpha, all 0 to 255
 */
public record DecodeOptions(long maxPixels, IntBinaryOperator flatten) {
    /** @throws UnreadableException if a picture of this size is not to be decoded */
    public void requireAllowed(int width, int height) {
        if (width < 1 || height < 1) {
            throw new UnreadableException("claims a size of " + width + "x" + height + " pixels");
        }
        if ((long) width * height > maxPixels) {
            throw new UnreadableException("has " + width + "x" + height + " pixels, more than the limit of " + maxPixels
                    + "; make it smaller or raise the limit");
        }
    }

    /** What lies behind a frame that is smaller than its canvas: the sample of a transparent pixel. */
    public int background() {
        return flatten.applyAsInt(0, 0);
    }
}
