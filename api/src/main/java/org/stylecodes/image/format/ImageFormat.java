package org.stylecodes.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The file formats that are read, told by their first bytes and never by a file's name. */
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

    /** @throws UnreadableException if the bytes are none of the formats */
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
                    "is " + unread + ", which is not read here; save it as PNG, JPEG, GIF, BMP or WebP");
        });
        String found = HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(file.length, 8));
        throw new UnreadableException("is not a PNG, JPEG, GIF, BMP or WebP picture (it starts with " + found + ")");
    }

    private boolean starts(byte[] file) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }
}
