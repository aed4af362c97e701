package org.stylecodes.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** From the bytes of a file to a picture: checked, measured, decoded, turned upright. Whatever a decoder throws becomes one exception. */
final class PictureDecoder {
    private PictureDecoder() {}

    static Picture decode(byte[] file, String name, ReadOptions options) {
        return refusing(file, name, (format, encoded) -> Orientation.of(encoded.exif())
                .upright(read(format, encoded, name, options)));
    }

    static long pixels(byte[] file, String name) {
        return refusing(file, name, PictureDecoder::pixels);
    }

    private interface Step<T> {
        T of(Format format, EncodedPicture encoded) throws IOException;
    }

    private static <T> T refusing(byte[] file, String name, Step<T> step) {
        Format format = Format.of(file, name);
        try {
            return step.of(format, format.encoded(file, name));
        } catch (PictureFormatException refused) {
            throw refused;
        } catch (IOException | RuntimeException | Error failure) {
            OutOfMemoryError tooLarge = outOfMemory(failure);
            if (tooLarge != null) {
                throw new PictureFormatException(
                        name, "takes more memory than there is; make it smaller or give Java more (-Xmx)", tooLarge);
            }
            // Decoders meet damaged files with every kind of exception, errors such as StackOverflowError included.
            throw new PictureFormatException(name, "the " + format + " data is damaged" + reason(failure), failure);
        }
    }

    // Decoders wrap the error in exceptions of their own.
    private static @Nullable OutOfMemoryError outOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                return error;
            }
        }
        return null;
    }

    /** Only decoders' own refusals are sentences; other exceptions speak of the decoder's insides. */
    private static String reason(Throwable damaged) {
        String message = damaged instanceof IOException ? damaged.getMessage() : null;
        return message == null || message.isBlank() ? "" : " (" + message.strip() + ")";
    }

    private static long pixels(Format format, EncodedPicture encoded) throws IOException {
        if (format == Format.WEBP) {
            return pixels(WebpFrame.first(encoded.pixels()).placement());
        }
        try (PluginReader reader = new PluginReader(format, encoded.pixels())) {
            return format == Format.GIF
                    ? pixels(reader.gifPlacement(encoded.pixels()))
                    : (long) reader.width() * reader.height();
        }
    }

    private static long pixels(FramePlacement canvas) {
        return (long) canvas.width() * canvas.height();
    }

    private static Picture read(Format format, EncodedPicture encoded, String name, ReadOptions options)
            throws IOException {
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
                FramePlacement placement = reader.gifPlacement(encoded.pixels());
                options.requireAllowed(placement.width(), placement.height(), name);
                return placement.onCanvas(picture(reader.image(), options), options.transparency());
            }
            return picture(reader.image(), options);
        }
    }

    private static Picture picture(BufferedImage image, ReadOptions options) {
        return Picture.owning(image.getWidth(), image.getHeight(), PixelSamples.rgb(image, options.transparency()));
    }
}
