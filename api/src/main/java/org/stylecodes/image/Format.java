package org.stylecodes.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The file formats that are read, told by their first bytes and never by a file's name. */
enum Format {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    BMP("BM"),
    WEBP("RIFF");

    private final byte[] start;

    Format(String start) {
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws PictureFormatException if the bytes are none of the formats */
    static Format of(byte[] file, String name) {
        if (file.length == 0) {
            throw new PictureFormatException(name, "is empty");
        }
        for (Format format : values()) {
            if (format.starts(file)) {
                return format;
            }
        }
        UnreadFormat.of(file).ifPresent(unread -> {
            throw new PictureFormatException(
                    name, "is " + unread + ", which is not read here; save it as PNG, JPEG, GIF, BMP or WebP");
        });
        String found = HexFormat.ofDelimiter(" ").formatHex(file, 0, Math.min(file.length, 8));
        throw new PictureFormatException(
                name, "is no PNG, JPEG, GIF, BMP or WebP picture (it starts with " + found + ")");
    }

    private boolean starts(byte[] file) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    /** What a decoder needs of a file. */
    EncodedPicture encoded(byte[] file, String name) {
        return switch (this) {
            case PNG -> PngChunks.encoded(file, name);
            case JPEG -> JpegSegments.encoded(file, name);
            case WEBP -> WebpChunk.encoded(file, name);
            case GIF, BMP -> EncodedPicture.plain(file);
        };
    }
}
