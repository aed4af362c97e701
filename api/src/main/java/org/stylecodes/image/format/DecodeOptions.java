package org.stylecodes.image.format;

import java.util.function.IntBinaryOperator;

/**
 * How large a picture may be, and how to treat its alpha channel.
 *
 * @param maxPixels the largest width x height
 * @param flatten combines a sample and its alpha into an opaque sample, all 0 to 255
 */
public record DecodeOptions(long maxPixels, IntBinaryOperator flatten) {
    /**
     * Checks the size of a picture before it is decoded.
     *
     * @throws UnreadableException if the size is not positive or above the limit
     */
    public void requireAllowed(int width, int height) {
        if (width < 1 || height < 1) {
            throw new UnreadableException(
                    "claims a size of " + width + "x" + height + " pixels; expected at least 1x1");
        }
        if ((long) width * height > maxPixels) {
            throw new UnreadableException("has " + width + "x" + height + " pixels, more than the limit of " + maxPixels
                    + "; make it smaller or raise the limit");
        }
    }

    /** Returns the sample of a transparent pixel, which fills the canvas around a smaller frame. */
    public int background() {
        return flatten.applyAsInt(0, 0);
    }
}
