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
 * <p>Read are PNG, JPEG (grey, RGB, CMYK and YCCK), GIF (its first frame), BMP and WebP, whatever a file is called; with a palette,
 * grey, 16 bits a sample (of which 8 are kept), with alpha (over white), and turned upright where a camera noted how it was held. Colour
 * profiles are not applied. Whatever stands in the way of reading is a {@link PictureFormatException} that names the file, also a file that is
 * not there. Nothing is written to the disk while reading. All methods may be called from several threads.
 */
public final class Pictures {
    private Pictures() {}

    /** The picture in a file, under {@link ReadOptions#DEFAULT}. */
    public static Picture read(Path file) {
        return read(file, ReadOptions.DEFAULT);
    }

    /** The picture in a file. */
    public static Picture read(Path file, ReadOptions options) {
        return decode(bytes(file, options), file.toString(), options);
    }

    /** The picture in the bytes of a file, under {@link ReadOptions#DEFAULT}. */
    public static Picture read(byte[] file) {
        return read(file, "the picture", ReadOptions.DEFAULT);
    }

    /**
     * The picture in the bytes of a file.
     *
     * @param name what to call the picture in messages
     */
    public static Picture read(byte[] file, String name, ReadOptions options) {
        if (file.length > options.maxBytes()) {
            throw tooLong(name, options);
        }
        return decode(file, name, options);
    }

    /**
     * How many pixels a file says that its picture has, of which none is decoded.
     *
     * @param name what to call the picture in messages
     */
    public static long pixels(byte[] file, String name) {
        return named(name, () -> PictureDecoder.pixels(file));
    }

    /**
     * The picture in a stream, which is read to its end but not closed.
     *
     * @param name what to call the picture in messages
     */
    public static Picture read(InputStream in, String name, ReadOptions options) {
        try {
            return decode(bytes(in, name, options), name, options);
        } catch (IOException cause) {
            throw new PictureFormatException(name, "cannot be read: " + cause.getMessage(), cause);
        }
    }

    /**
     * The texts inside a PNG file, keyword to text, in the file's order: {@code parameters} and {@code stylecodes} among them where this
     * project wrote it.
     *
     * @throws PictureFormatException if the file cannot be read, is not a PNG file, is damaged, or holds more than 16 MiB of text
     */
    public static Map<String, String> readText(Path file) {
        return named(file.toString(), () -> PngTextReader.read(bytes(file, ReadOptions.DEFAULT)));
    }

    /** As {@link #readText(Path)} for the bytes of a file. */
    public static Map<String, String> readText(byte[] file) {
        return named("the picture", () -> PngTextReader.read(file));
    }

    /** The picture as the bytes of a PNG file. */
    public static byte[] png(Picture picture) {
        return png(picture, Map.of());
    }

    /**
     * The picture as the bytes of a PNG file that carries texts.
     *
     * @param texts keyword to text; keywords have 1 to 79 Latin-1 characters, texts anything but the character 0
     * @throws IllegalArgumentException for other keywords or texts
     */
    public static byte[] png(Picture picture, Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture.toImage(), "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // there is no device under these streams
        }
        return PngText.insert(bytes.toByteArray(), texts);
    }

    /** Writes a picture as a PNG file without texts; see {@link #writePng(Picture, Path, Map)}. */
    public static void writePng(Picture picture, Path file) {
        writePng(picture, file, Map.of());
    }

    /**
     * Writes a picture as a PNG file that carries texts. The file appears whole or not at all, and replaces one of the same name.
     *
     * @param texts as in {@link #png(Picture, Map)}
     * @throws EnvironmentException if the file cannot be written
     * @throws org.stylecodes.error.CancelledException if the thread is interrupted; its interrupt status stays set
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

    // decoders do not know what the caller calls the file
    private static <T> T named(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (UnreadableException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new PictureFormatException(name, String.valueOf(refused.getMessage()), cause);
        } catch (OutOfMemoryError full) {
            throw new EnvironmentException(
                    name + ": takes more memory than there is; make it smaller or give Java more (-Xmx)", full);
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
