package org.stylecodes.image.format;

import java.awt.image.Raster;

/**
 * The ink channels of a JPEG made for print. They are stored inverted (255 is no ink), as Adobe writes them and as Pillow reads all such
 * files. Ink is converted to RGB by Pillow's formula without a colour profile, so that a file gets the same style code as in the
 * published release.
 */
public enum Inks {
    /** Cyan, magenta, yellow and black. */
    CMYK {
        @Override
        void toCmyk(int[] stored) {}
    },

    /** Cyan, magenta and yellow as luma and chroma (YCbCr), and black. */
    YCCK {
        @Override
        void toCmyk(int[] stored) {
            int luma = stored[0];
            int blue = stored[1] - 128;
            int red = stored[2] - 128;
            // The conversion of JFIF 1.02 in 16-bit fixed point, as in libjpeg. It yields 255 minus the stored CMYK.
            stored[0] = 255 - clip(luma + (fixed(1.402) * red + HALF >> 16));
            stored[1] = 255 - clip(luma + (-fixed(0.34414) * blue - fixed(0.71414) * red + HALF >> 16));
            stored[2] = 255 - clip(luma + (fixed(1.772) * blue + HALF >> 16));
        }
    };

    private static final int HALF = 1 << 15;

    /** Converts the four stored samples of a pixel to inverted CMYK, in place. */
    abstract void toCmyk(int[] stored);

    /** Converts stored samples of shape (height, width, 4) to RGB, as unsigned bytes of shape (height, width, 3). */
    public byte[] rgb(Raster raster) {
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(raster.getWidth(), raster.getHeight()), 3)];
        int[] stored = new int[4];
        int out = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.getPixel(x, y, stored);
                toCmyk(stored);
                int black = stored[3];
                for (int channel = 0; channel < 3; channel++) {
                    rgb[out++] = (byte) (black - dividedBy255((255 - stored[channel]) * black));
                }
            }
        }
        return rgb;
    }

    private static int dividedBy255(int product) {
        int sum = product + 128;
        return ((sum >> 8) + sum) >> 8;
    }

    private static int fixed(double factor) {
        return (int) (factor * (1 << 16) + 0.5);
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
