package org.stylecodes.image.webp;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.format.StrippedFile;
import org.stylecodes.image.format.UnreadableException;

/**
 * A chunk of a WebP file ("WebP Container Specification"): four letters, a length, data, and padding to an even length.
 *
 * @param start the index at which its data begins
 */
public record WebpChunk(byte[] file, int start, int length) {
    static final int HEADER = 12; // RIFF, length, WEBP
    private static final int FRAME = 8; // type and length
    private static final String EXIF_PREFIX = "Exif\0\0";

    /**
     * Checks the container of a WebP file and finds its EXIF block.
     *
     * @throws UnreadableException if the file is not a WebP picture or is cut short
     */
    public static StrippedFile encoded(byte[] file) {
        if (!Bytes.has(file, 8, "WEBP")) {
            throw new UnreadableException("is a RIFF file, but not a WebP picture");
        }
        long end = FRAME + (Bytes.littleEndian(file, 4) & 0xFFFFFFFFL);
        if (end > file.length) {
            throw new UnreadableException("the WebP file is cut short: it has " + file.length + " bytes of " + end);
        }
        WebpChunk exif = find(file, HEADER, file.length, "EXIF");
        return new StrippedFile(file, exif == null ? null : exif.tiff(), null);
    }

    /** Finds the first chunk that has one of the types in a part of a file. Returns null if there is none. */
    static @Nullable WebpChunk find(byte[] file, int from, int to, String... types) {
        long at = from;
        while (at <= to - FRAME) {
            int place = (int) at;
            long length = Bytes.littleEndian(file, place + 4) & 0xFFFFFFFFL;
            if (length > to - place - FRAME) {
                return null;
            }
            for (String type : types) {
                if (Bytes.has(file, place, type)) {
                    return new WebpChunk(file, place + FRAME, (int) length);
                }
            }
            at = place + FRAME + length + (length & 1);
        }
        return null;
    }

    /**
     * Finds the first chunk that has one of the types in a part of a file.
     *
     * @throws IOException if there is none
     */
    static WebpChunk require(byte[] file, int from, int to, String... types) throws IOException {
        WebpChunk chunk = find(file, from, to, types);
        if (chunk == null) {
            throw new IOException("it has no complete chunk " + String.join(" or ", types));
        }
        return chunk;
    }

    boolean is(String type) {
        return Bytes.has(file, start - FRAME, type);
    }

    /**
     * Checks the length of the data.
     *
     * @throws IOException if the data is shorter
     */
    void requireLength(int least) throws IOException {
        if (length < least) {
            throw new IOException("a chunk has " + length + " bytes; expected at least " + least);
        }
    }

    byte[] bytes() {
        return Arrays.copyOfRange(file, start, start + length);
    }

    private byte[] tiff() {
        byte[] bytes = bytes();
        boolean prefixed = Bytes.has(bytes, 0, EXIF_PREFIX); // some writers keep the prefix that JPEG needs
        return prefixed ? Arrays.copyOfRange(bytes, EXIF_PREFIX.length(), bytes.length) : bytes;
    }
}
