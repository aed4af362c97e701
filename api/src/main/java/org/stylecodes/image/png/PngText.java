package org.stylecodes.image.png;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes texts into PNG files: tEXt in Latin-1 or iTXt in UTF-8, each under a keyword (ISO/IEC 15948, 11.3.4). */
public final class PngText {
    private static final int HEADER_END = PngChunks.SIGNATURE + 25; // texts go behind IHDR, where every reader looks
    private static final int MOST_KEYWORD = 79;

    private PngText() {}

    /** The PNG file with texts added: as tEXt where Latin-1 suffices, since older programs read only that, else as iTXt. */
    public static byte[] insert(byte[] png, Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 1024);
        out.write(png, 0, HEADER_END);
        texts.forEach((keyword, text) -> out.writeBytes(chunk(keyword, text)));
        out.write(png, HEADER_END, png.length - HEADER_END);
        return out.toByteArray();
    }

    private static byte[] chunk(String keyword, String text) {
        if (keyword.isBlank() || keyword.length() > MOST_KEYWORD || !isLatin(keyword) || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("cannot keep a text under \"" + keyword
                    + "\" in a PNG: keywords have 1 to 79 Latin-1 characters, texts no character 0");
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (isLatin(text)) {
            data.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            return PngChunks.chunk("tEXt", data.toByteArray());
        }
        data.writeBytes(new byte[4]); // not compressed, no language, no translated keyword
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return PngChunks.chunk("iTXt", data.toByteArray());
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c == '\n' || c >= 32 && c < 127 || c > 160 && c < 256);
    }
}
