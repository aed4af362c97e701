package org.stylecodes.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.file.AtomicFile;
import org.stylecodes.image.decode.PictureDecoder;
import org.stylecodes.image.format.UnreadableException;
import org.stylecodes.image.png.PngText;
import org.stylecodes.image.png.PngTextReader;

/**
 * Reads and writes picture files.
 *
 * <pre>{@code
 * Picture picture = Pictures.read(Path.of("van-gogh.jpg"));
 * Pictures.writePng(picture, Path.of("out.png"), Map.of("parameters", "a house on a hill"));
 * }</pre>
 *
 * <p>The readable formats are PNG, JPEG (grey, RGB, CMYK and YCCK), GIF (the first frame), BMP and WebP. The content of a file decides,
 * not its name. Palettes, grey pictures, 16 bits per sample (of which 8 are kept) and alpha (composited over white) are supported.
 * Pictures are turned upright according to their EXIF orientation. Colour profiles are not applied. Every method that reads throws
 * {@link PictureFormatException} if the picture is missing or cannot be read. Reading never writes to the disk. Thread-safe.
 */
public final class Pictures {
    private Pictures() {}

    /** Reads a picture from a file with {@link ReadOptions#DEFAULT}. */
    public static Picture read(Path file) {
        return read(file, ReadOptions.DEFAULT);
    }

    /** Reads a picture from a file. */
    public static Picture read(Path file, ReadOptions options) {
        return decode(bytes(file, options), file.toString(), options);
    }

    /** Reads a picture from the bytes of a file with {@link ReadOptions#DEFAULT}. */
    public static Picture read(byte[] file) {
        return read(file, "the picture", ReadOptions.DEFAULT);
    }

    /**
     * Reads a picture from the bytes of a file.
     *
     * @param name the name of the picture in error messages
     */
    public static Picture read(byte[] file, String name, ReadOptions options) {
        if (file.length > options.maxBytes()) {
            throw tooLong(name, options);
        }
        return decode(file, name, options);
    }

    /**
     * Returns the number of pixels that the header of a picture file states. Decodes no pixel.
     *
     * @param name the name of the picture in error messages
     */
    public static long pixels(byte[] file, String name) {
        return named(name, () -> PictureDecoder.pixels(file));
    }

    /**
     * Reads a picture from a stream. The stream is read to its end but not closed.
     *
     * @param name the name of the picture in error messages
     */
    public static Picture read(InputStream in, String name, ReadOptions options) {
        try {
            return decode(bytes(in, name, options), name, options);
        } catch (IOException cause) {
            throw new PictureFormatException(name, "cannot be read: " + cause.getMessage(), cause);
        }
    }

    /**
     * Reads the texts in a PNG file by keyword, in the order of the file. A PNG that this project wrote has the keywords
     * {@code parameters} and {@code stylecodes}.
     *
     * @throws PictureFormatException if the file cannot be read, is not a PNG file, is damaged, or holds more than 16 MiB of text
     */
    public static Map<String, String> readText(Path file) {
        return named(file.toString(), () -> PngTextReader.read(bytes(file, ReadOptions.DEFAULT)));
    }

    /**
     * Reads the texts in the bytes of a PNG file, as {@link #readText(Path)} does.
     *
     * @throws PictureFormatException if this is not a PNG file, it is damaged, or it holds more than 16 MiB of text
     */
    public static Map<String, String> readText(byte[] file) {
        return named("the picture", () -> PngTextReader.read(file));
    }

    /** Encodes a picture as the bytes of a PNG file. */
    public static byte[] png(Picture picture) {
        return png(picture, Map.of());
    }

    /**
     * Encodes a picture as the bytes of a PNG file with texts.
     *
     * @param texts the texts by keyword. Keywords have 1 to 79 Latin-1 characters; texts must not contain U+0000
     * @throws IllegalArgumentException if a keyword or text is not allowed
     */
    public static byte[] png(Picture picture, Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture.toImage(), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // these streams are in memory
        }
        return PngText.insert(bytes.toByteArray(), texts);
    }

    /**
     * Writes a picture as a PNG file without texts, as {@link #writePng(Picture, Path, Map)} does.
     *
     * @throws EnvironmentException if the file cannot be written
     */
    public static void writePng(Picture picture, Path file) {
        writePng(picture, file, Map.of());
    }

    /**
     * Writes a picture as a PNG file with texts. The file appears completely or not at all, and replaces a file of the same name.
     * Missing folders are created.
     *
     * @param texts as in {@link #png(Picture, Map)}
     * @throws EnvironmentException if the file cannot be written
     */
    public static void writePng(Picture picture, Path file, Map<String, String> texts) {
        ByteBuffer png = ByteBuffer.wrap(png(picture, texts));
        AtomicFile.write(file, channel -> {
            while (png.hasRemaining()) {
                channel.write(png);
            }
        });
    }

    private static Picture decode(byte[] file, String name, ReadOptions options) {
        return named(name, () -> Picture.owning(PictureDecoder.decode(file, options.decoding())));
    }

    // The decoders do not know the name of the file, so it is added here.
    private static <T> T named(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnreadableException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new PictureFormatException(name, String.valueOf(refused.getMessage()), cause);
        }
    }

    private static byte[] bytes(Path file, ReadOptions options) {
        if (Files.isDirectory(file)) {
            throw new PictureFormatException(file.toString(), "is a folder, expected a picture");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in, file.toString(), options);
        } catch (IOException cause) {
            throw new PictureFormatException(file.toString(), "cannot be read: " + reason(cause), cause);
        }
    }

    private static byte[] bytes(InputStream in, String name, ReadOptions options) throws IOException {
        byte[] bytes = in.readNBytes(options.maxBytes() + 1);
        if (bytes.length > options.maxBytes()) {
            throw tooLong(name, options);
        }
        return bytes;
    }

    private static PictureFormatException tooLong(String name, ReadOptions options) {
        return new PictureFormatException(
                name,
                "is longer than the limit of " + options.maxBytes() + " bytes; make it smaller or raise the limit");
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        return cause instanceof AccessDeniedException ? "access is denied" : String.valueOf(cause.getMessage());
    }
}
