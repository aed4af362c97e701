package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.stylecodes.image.pixels.ImageSamples;
import org.stylecodes.image.pixels.Pixels;

/**
 * An opaque RGB picture of 8 bits a sample, at least 1x1 pixels. Immutable and comparable by value, so it may be shared between threads.
 *
 * <p>Samples are sRGB as stored: embedded colour profiles are not applied, since the published model never saw them applied.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final byte[] rgb; // (height, width, 3)

    private Picture(int width, int height, byte[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /**
     * A picture from its samples, which are copied.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb unsigned bytes, row after row, red green blue for each pixel: (height, width, 3)
     * @throws IllegalArgumentException if the sizes are not positive or the array has another length than they ask for
     */
    public static Picture of(int width, int height, byte[] rgb) {
        return owning(width, height, rgb.clone());
    }

    /** A picture from an image of Java2D; transparency is laid over white. */
    public static Picture of(BufferedImage image) {
        return owning(image.getWidth(), image.getHeight(), ImageSamples.rgb(image, Transparency.OVER_WHITE::flatten));
    }

    /** As {@link #of(int, int, byte[])} for an array that nobody else will write to. */
    static Picture owning(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " was given " + rgb.length
                    + " bytes, expected width x height x 3");
        }
        return new Picture(width, height, rgb);
    }

    /** Pixels in a row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** One sample, 0 to 255. Channel 0 is red, 1 green, 2 blue. */
    public int sample(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 255;
    }

    /** A copy of all samples: unsigned bytes of shape (height, width, 3). */
    public byte[] rgb() {
        return rgb.clone();
    }

    static Picture owning(Pixels pixels) {
        return owning(pixels.width(), pixels.height(), pixels.rgb());
    }

    /** The samples themselves, to be read only. */
    byte[] samples() {
        return rgb;
    }

    /** As {@link #samples}. */
    Pixels pixels() {
        return new Pixels(width, height, rgb);
    }

    /** The picture as an image of Java2D, of type {@link BufferedImage#TYPE_INT_RGB}. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0, i = y * width * 3; x < width; x++, i += 3) {
                row[x] = (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | rgb[i + 2] & 255;
            }
            image.getRaster().setDataElements(0, y, width, 1, row);
        }
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && width == that.width
                && height == that.height
                && Arrays.equals(rgb, that.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Picture[" + width + "x" + height + "]";
    }
}
