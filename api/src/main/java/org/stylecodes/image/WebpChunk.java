package org.stylecodes.image;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A chunk inside a WebP file ("WebP Container Specification"): four letters, length, data, padding to even.
 *
 * @param start where its data begins
 */
record WebpChunk(byte[] file, int start, int length) {
    static final int HEADER = 12; // RIFF, length, WEBP
    private static final int FRAME = 8; // type and length
    private static final String EXIF_PREFIX = "Exif\0\0";

    /** Checks the outermost frame of the file. */
    static EncodedPicture encoded(byte[] file, String name) {
        if (!Bytes.has(file, 8, "WEBP")) {
            throw new PictureFormatException(name, "is a RIFF file, but no WebP picture");
        }
        long end = FRAME + (Bytes.littleEndian(file, 4) & 0xFFFFFFFFL);
        if (end > file.length) {
            throw new PictureFormatException(
                    name, "the WebP file is cut short: it has " + file.length + " bytes of " + end);
        }
        WebpChunk exif = find(file, HEADER, file.length, "EXIF");
        return new EncodedPicture(file, exif == null ? null : exif.tiff(), null);
    }

    /** The first chunk of one of some types in a part of a file, or null. */
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

    /** As {@link #find}, where there must be one. */
    static WebpChunk require(byte[] file, int from, int to, String... types) throws IOException {
        WebpChunk chunk = find(file, from, to, types);
        if (chunk == null) {
            throw new IOException("it has no whole chunk " + String.join(" or ", types));
        }
        return chunk;
    }

    boolean is(String type) {
        return Bytes.has(file, start - FRAME, type);
    }

    /** @throws IOException if the chunk is shorter */
    void requireLength(int least) throws IOException {
        if (length < least) {
            throw new IOException("a chunk of " + length + " bytes needs " + least);
        }
    }

    byte[] bytes() {
        return Arrays.copyOfRange(file, start, start + length);
    }

    private byte[] tiff() {
        byte[] bytes = bytes();
        boolean prefixed = Bytes.has(bytes, 0, EXIF_PREFIX); // some writers keep what JPEG puts before it
        return prefixed ? Arrays.copyOfRange(bytes, EXIF_PREFIX.length(), bytes.length) : bytes;
    }
}
