package org.stylecodes.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The chunks that a WebP file consists of ("WebP Container Specification"): four letters, length, data, padding to even. */
final class WebpChunks {
    private static final int HEADER = 12;

    private WebpChunks() {}

    static Encoded encoded(byte[] file, String name) {
        if (!Bytes.has(file, 8, "WEBP") || file.length < 20) {
            throw new PictureFormatException(name, "is a RIFF file, but no WebP picture");
        }
        long end = 8 + (Bytes.littleEndian(file, 4) & 0xFFFFFFFFL);
        if (end > file.length) {
            throw new PictureFormatException(
                    name, "the WebP file is cut short: it has " + file.length + " bytes of " + end);
        }
        return new Encoded(file, exif(file, (int) end), null);
    }

    private static byte @Nullable [] exif(byte[] file, int end) {
        long at = HEADER;
        while (at <= end - 8) {
            int start = (int) at + 8;
            long length = Bytes.littleEndian(file, start - 4) & 0xFFFFFFFFL;
            if (Bytes.has(file, start - 8, "EXIF") && length <= end - start) {
                int skip = Bytes.has(file, start, "Exif\0\0") ? 6 : 0; // some writers keep JPEG's prefix
                return Arrays.copyOfRange(file, start + skip, start + (int) length);
            }
            at = start + length + (length & 1);
        }
        return null;
    }
}
