package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.stylecodes.image.pixels.ImageSamples;
import org.stylecodes.image.pixels.Pixels;

/**
 * An opaque RGB picture with 8 bits per sample and at least 1x1 pixels. Immutable, thread-safe and compared by value.
 *
 * <p>Samples are taken as sRGB. Embedded colour profiles are not applied, because the published model was trained without them.
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
     * Creates a picture from its samples, which are copied.
     *
     * @param width the width in pixels
     * @param height the height in pixels
     * @param rgb unsigned bytes of shape (height, width, 3): row by row, with red, green and blue of each pixel
     * @throws IllegalArgumentException if a side is not positive, or the length of the array does not fit the size
     */
    public static Picture of(int width, int height, byte[] rgb) {
        return owning(width, height, rgb.clone());
    }

    /** Creates a picture from an image of Java2D. Transparent pixels are composited over white. */
    public static Picture of(BufferedImage image) {
        return owning(image.getWidth(), image.getHeight(), ImageSamples.rgb(image, Transparency.OVER_WHITE::flatten));
    }

    /** Creates a picture without copying the array. The caller must not write to the array afterwards. */
    static Picture owning(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " was given " + rgb.length
                    + " bytes, expected width x height x 3");
        }
        return new Picture(width, height, rgb);
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }

    /** Returns one sample, 0 to 255. Channel 0 is red, 1 green and 2 blue. */
    public int sample(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 255;
    }

    /** Returns a copy of all samples: unsigned bytes of shape (height, width, 3). */
    public byte[] rgb() {
        return rgb.clone();
    }

    static Picture owning(Pixels pixels) {
        return owning(pixels.width(), pixels.height(), pixels.rgb());
    }

    /** The samples without a copy. Callers must not write to the array. */
    byte[] samples() {
        return rgb;
    }

    /** The picture as pixels, without a copy of the samples. Callers must not write to them. */
    Pixels pixels() {
        return new Pixels(width, height, rgb);
    }

    /** Returns the picture as a new image of Java2D, of type {@link BufferedImage#TYPE_INT_RGB}. */
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
