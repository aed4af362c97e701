package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

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
        if (format == Format.WEBP) {
            return WebpFrame.first(encoded.pixels()).decode(name, options);
        }
        try (PluginReader reader = new PluginReader(format, encoded.pixels())) {
            int width = reader.width();
            int height = reader.height();
            options.requireAllowed(width, height, name);
            if (encoded.inks() != null) {
                return Picture.owning(width, height, encoded.inks().rgb(reader.raster()));
            }
            if (format == Format.GIF) {
                Placement placement = reader.gifPlacement(encoded.pixels());
                options.requireAllowed(placement.width(), placement.height(), name);
                return placement.onCanvas(picture(reader.image(), options), options.transparency());
            }
            return picture(reader.image(), options);
        }
    }

    private static Picture picture(BufferedImage image, ReadOptions options) {
        return Picture.owning(image.getWidth(), image.getHeight(), Samples.rgb(image, options.transparency()));
    }
}
