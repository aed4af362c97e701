package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** From the bytes of a file to a picture: checked, measured, decoded, turned upright. Whatever a decoder throws becomes one exception. */
final class Decoder {
    private Decoder() {}

    static Picture decode(byte[] file, String name, ReadOptions options) {
        Format format = Format.of(file, name);
        try {
            Encoded encoded = format.encoded(file, name);
            return Orientation.of(encoded.exif()).upright(read(format, encoded, name, options));
        } catch (PictureFormatException refused) {
            throw refused;
        } catch (OutOfMemoryError tooLarge) {
            throw new PictureFormatException(
                    name, "takes more memory than there is; make it smaller or give Java more (-Xmx)", tooLarge);
        } catch (IOException | RuntimeException | Error damaged) {
            // Decoders meet damaged files with every kind of exception, errors such as StackOverflowError included.
            throw new PictureFormatException(name, "the " + format + " data is damaged" + reason(damaged), damaged);
        }
    }

    /** Only decoders' own refusals are sentences; other exceptions speak of the decoder's insides. */
    private static String reason(Throwable damaged) {
        String message = damaged instanceof IOException ? damaged.getMessage() : null;
        return message == null || message.isBlank() ? "" : " (" + message.strip() + ")";
    }

    private static Picture read(Format format, Encoded encoded, String name, ReadOptions options) throws IOException {
        ImageReader reader = reader(format, name);
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded.pixels()))) {
            reader.setInput(stream, false, format != Format.GIF);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            requireAllowed(width, height, name, options);
            if (format == Format.GIF) {
                GifFrame frame = GifFrame.of(encoded.pixels(), reader);
                requireAllowed(frame.canvasWidth(), frame.canvasHeight(), name, options);
                return frame.onCanvas(reader.read(0), options.transparency());
            }
            if (encoded.inks() != null) {
                return Picture.owning(width, height, encoded.inks().rgb(reader.readRaster(0, null)));
            }
            BufferedImage image = reader.read(0);
            return Picture.owning(image.getWidth(), image.getHeight(), Samples.rgb(image, options.transparency()));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(Format format, String name) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new PictureFormatException(name, "no decoder for " + format + " is on the class path");
        }
        return readers.next();
    }

    private static void requireAllowed(int width, int height, String name, ReadOptions options) {
        if (width < 1 || height < 1) {
            throw new PictureFormatException(name, "claims a size of " + width + "x" + height + " pixels");
        }
        if ((long) width * height > options.maxPixels()) {
            throw new PictureFormatException(
                    name,
                    "has " + width + "x" + height + " pixels, more than the limit of " + options.maxPixels()
                            + "; make it smaller or raise the limit");
        }
    }
}
