package org.stylecodes.image.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.DecodeOptions;
import org.stylecodes.image.format.ImageFormat;
import org.stylecodes.image.format.PluginReader;
import org.stylecodes.image.format.StrippedFile;
import org.stylecodes.image.format.UnreadableException;
import org.stylecodes.image.pixels.FramePlacement;
import org.stylecodes.image.pixels.ImageSamples;
import org.stylecodes.image.pixels.Pixels;
import org.stylecodes.image.png.PngChunks;
import org.stylecodes.image.webp.WebpChunk;
import org.stylecodes.image.webp.WebpFrame;

/**
 * Decodes the bytes of picture files: checks them, checks the size, decodes the pixels and turns the picture upright. Every failure of a
 * decoder becomes an {@link UnreadableException}. Thread-safe.
 */
public final class PictureDecoder {
    private PictureDecoder() {}

    /**
     * Decodes the picture in the bytes of a file.
     *
     * @throws UnreadableException if the bytes are not a picture, or the picture is damaged or too large
     */
    public static Pixels decode(byte[] file, DecodeOptions options) {
        return refusing(
                file, (format, stripped) -> Orientation.of(stripped.exif()).upright(read(format, stripped, options)));
    }

    /**
     * Returns the number of pixels that the header of a picture file states. Decodes no pixel.
     *
     * @throws UnreadableException if the bytes are not a picture, or its header is damaged
     */
    public static long pixels(byte[] file) {
        return refusing(file, PictureDecoder::pixels);
    }

    private interface Step<T> {
        T of(ImageFormat format, StrippedFile stripped) throws IOException;
    }

    private static <T> T refusing(byte[] file, Step<T> step) {
        ImageFormat format = ImageFormat.of(file);
        try {
            return step.of(format, stripped(format, file));
        } catch (UnreadableException refused) {
            throw refused;
        } catch (IOException | RuntimeException | Error failure) {
            OutOfMemoryError tooLarge = outOfMemory(failure);
            if (tooLarge != null) {
                throw new UnreadableException(
                        "needs more memory than Java has; make it smaller or raise the limit of the Java heap (-Xmx)",
                        tooLarge);
            }
            // Decoders throw every kind of exception on damaged files, including errors such as StackOverflowError.
            throw new UnreadableException("the " + format + " data is damaged" + reason(failure), failure);
        }
    }

    private static StrippedFile stripped(ImageFormat format, byte[] file) {
        return switch (format) {
            case PNG -> PngChunks.encoded(file);
            case JPEG -> JpegSegments.encoded(file);
            case WEBP -> WebpChunk.encoded(file);
            case GIF, BMP -> StrippedFile.plain(file);
        };
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

    /** The message for the user. Only IOExceptions have messages about the file; other exceptions describe internals of the decoder. */
    private static String reason(Throwable damaged) {
        String message = damaged instanceof IOException ? damaged.getMessage() : null;
        return message == null || message.isBlank() ? "" : " (" + message.strip() + ")";
    }

    private static long pixels(ImageFormat format, StrippedFile stripped) throws IOException {
        if (format == ImageFormat.WEBP) {
            return pixels(WebpFrame.first(stripped.pixels()).placement());
        }
        try (PluginReader reader = new PluginReader(format, stripped.pixels())) {
            return format == ImageFormat.GIF
                    ? pixels(reader.gifPlacement(stripped.pixels()))
                    : (long) reader.width() * reader.height();
        }
    }

    private static long pixels(FramePlacement canvas) {
        return (long) canvas.width() * canvas.height();
    }

    private static Pixels read(ImageFormat format, StrippedFile stripped, DecodeOptions options) throws IOException {
        if (format == ImageFormat.WEBP) {
            return WebpFrame.first(stripped.pixels()).decode(options);
        }
        try (PluginReader reader = new PluginReader(format, stripped.pixels())) {
            int width = reader.width();
            int height = reader.height();
            options.requireAllowed(width, height);
            if (stripped.inks() != null) {
                return new Pixels(width, height, stripped.inks().rgb(reader.raster()));
            }
            if (format == ImageFormat.GIF) {
                FramePlacement placement = reader.gifPlacement(stripped.pixels());
                options.requireAllowed(placement.width(), placement.height());
                return placement.onCanvas(pixels(reader.image(), options), options.background());
            }
            return pixels(reader.image(), options);
        }
    }

    private static Pixels pixels(BufferedImage image, DecodeOptions options) {
        return new Pixels(image.getWidth(), image.getHeight(), ImageSamples.rgb(image, options.flatten()));
    }
}
