package org.stylecodes.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The file formats that can be read. A file's first bytes tell its format, never its name. */
public enum ImageFormat {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    BMP("BM"),
    WEBP("RIFF");

    private final byte[] start;

    ImageFormat(String start) {
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Finds the format of a file from its first bytes.
     *
     * @throws UnreadableException if the file has none of the formats
     */
    public static ImageFormat of(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableException("is empty");
        }
        for (ImageFormat format : values()) {
            if (format.starts(file)) {
                return format;
            }
        }
        UnreadFormat.of(file).ifPresent(unread -> {
            throw new UnreadableException(
                    "is " + unread + ", which cannot be read; save it as PNG, JPEG, GIF, BMP or WebP");
        });
        String found = HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(file.length, 8));
        throw new UnreadableException("is not a PNG, JPEG, GIF, BMP or WebP picture (it starts with " + found + ")");
    }

    private boolean starts(byte[] file) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
