package org.stylecodes.image.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.function.IntBinaryOperator;

/**
 * Reads the samples of Java2D images as they were stored. Java's own {@code getRGB} brightens grey pictures, because it takes them for
 * linear light, and applies colour profiles. It is used only for palettes and packed pixels, where it does neither.
 */
public final class ImageSamples {
    private ImageSamples() {}

    /**
     * Returns the samples as unsigned bytes of shape (height, width, 3). 16-bit samples keep their high byte, as in Pillow.
     *
     * @param flatten combines a sample and its alpha into an opaque sample, all 0 to 255
     */
    public static byte[] rgb(BufferedImage image, IntBinaryOperator flatten) {
        int width = image.getWidth();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, image.getHeight()), 3)];
        boolean plain = isPlain(image.getColorModel());
        for (int y = 0; y < image.getHeight(); y++) {
            if (plain) {
                flatten(row(image.getRaster(), y), image.getRaster().getNumBands(), flatten, rgb, y * width * 3);
            } else {
                flatten(image.getRGB(0, y, width, 1, null, 0, width), flatten, rgb, y * width * 3);
            }
        }
        return rgb;
    }

    /** Whether the samples are grey or RGB, with or without alpha, in bytes or 16-bit words. */
    private static boolean isPlain(ColorModel model) {
        int colors = model.getNumColorComponents();
        int transfer = model.getTransferType();
        return model instanceof ComponentColorModel
                && !model.isAlphaPremultiplied()
                && (colors == 1 || colors == 3)
                && (transfer == DataBuffer.TYPE_BYTE && model.getComponentSize(0) == 8
                        || transfer == DataBuffer.TYPE_USHORT && model.getComponentSize(0) == 16);
    }

    private static byte[] row(Raster raster, int y) {
        Object row = raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, null);
        if (row instanceof short[] words) {
            byte[] high = new byte[words.length];
            for (int i = 0; i < words.length; i++) {
                high[i] = (byte) (words[i] >> 8);
            }
            return high;
        }
        return (byte[]) row;
    }

    private static void flatten(byte[] row, int bands, IntBinaryOperator flatten, byte[] rgb, int offset) {
        if (bands == 3) {
            System.arraycopy(row, 0, rgb, offset, row.length);
            return;
        }
        int green = bands == 4 ? 1 : 0;
        for (int in = 0, out = offset; in < row.length; in += bands, out += 3) {
            int alpha = bands % 2 == 0 ? row[in + bands - 1] & 255 : 255;
            rgb[out] = (byte) flatten.applyAsInt(row[in] & 255, alpha);
            rgb[out + 1] = (byte) flatten.applyAsInt(row[in + green] & 255, alpha);
            rgb[out + 2] = (byte) flatten.applyAsInt(row[in + 2 * green] & 255, alpha);
        }
    }

    private static void flatten(int[] argb, IntBinaryOperator flatten, byte[] rgb, int offset) {
        int out = offset;
        for (int pixel : argb) {
            int alpha = pixel >>> 24;
            rgb[out++] = (byte) flatten.applyAsInt(pixel >> 16 & 255, alpha);
            rgb[out++] = (byte) flatten.applyAsInt(pixel >> 8 & 255, alpha);
            rgb[out++] = (byte) flatten.applyAsInt(pixel & 255, alpha);
        }
    }
}
