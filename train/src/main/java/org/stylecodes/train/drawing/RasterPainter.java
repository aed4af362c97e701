package org.stylecodes.train.drawing;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.decode.PictureDecoder;
import org.stylecodes.image.format.DecodeOptions;
import org.stylecodes.image.format.UnreadableException;
import org.stylecodes.image.pixels.Pixels;

/** Reads picture files such as WebP and PNG with their alpha channel. Thread-safe. */
final class RasterPainter {
    private static final long MAX_PIXELS = 1L << 24;

    private RasterPainter() {}

    /**
     * Reads a picture.
     *
     * @param name the name of the picture in error messages
     * @throws InvalidRequestException if the bytes are not a picture
     */
    static BufferedImage paint(byte[] file, String name) {
        try {
            // A decoder flattens each sample with its alpha: once the sample is kept, and once the alpha.
            Pixels colours = decode(file, (sample, alpha) -> sample);
            byte[] alphas = decode(file, (sample, alpha) -> alpha).rgb();
            byte[] rgb = colours.rgb();
            int width = colours.width();
            BufferedImage image = new BufferedImage(width, colours.height(), BufferedImage.TYPE_INT_ARGB);
            for (int i = 0; i < width * colours.height(); i++) {
                int argb = (alphas[3 * i] & 0xff) << 24
                        | (rgb[3 * i] & 0xff) << 16
                        | (rgb[3 * i + 1] & 0xff) << 8
                        | rgb[3 * i + 2] & 0xff;
                image.setRGB(i % width, i / width, argb);
            }
            return image;
        } catch (UnreadableException cause) {
            throw new InvalidRequestException(name + ": " + cause.getMessage(), cause);
        }
    }

    private static Pixels decode(byte[] file, IntBinaryOperator flatten) {
        return PictureDecoder.decode(file, new DecodeOptions(MAX_PIXELS, flatten));
    }
}
