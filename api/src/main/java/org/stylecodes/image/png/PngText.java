package org.stylecodes.image.png;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes texts with keywords into PNG files, as tEXt in Latin-1 or iTXt in UTF-8 (ISO/IEC 15948, 11.3.4). */
public final class PngText {
    private static final int HEADER_END = PngChunks.SIGNATURE + 25; // texts go after IHDR, where every reader looks
    private static final int MOST_KEYWORD = 79;

    private PngText() {}

    /**
     * Returns a PNG file with texts added. A text that fits into Latin-1 becomes tEXt, because older programs read nothing else; other
     * texts become iTXt.
     *
     * @throws IllegalArgumentException if a keyword does not have 1 to 79 Latin-1 characters, or a text contains U+0000
     */
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
                    + "\" in a PNG: a keyword has 1 to 79 Latin-1 characters, and a text must not contain U+0000");
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
