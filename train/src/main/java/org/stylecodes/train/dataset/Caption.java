package org.stylecodes.train.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The caption of a picture.
 *
 * @param text the text without a byte order mark and without white space around it; empty if there is none. If the encoding is unknown,
 *     it is a guess for showing
 * @param encoding how the text was encoded
 */
public record Caption(String text, Encoding encoding) {
    /** The longest caption in bytes. A longer text is not a caption. */
    static final int MAX_BYTES = 1 << 16;

    /** No caption. */
    static final Caption MISSING = new Caption("", Encoding.NONE);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How the bytes of a caption were encoded. */
    public enum Encoding {
        /** There is no caption, or it is empty. */
        NONE,
        UTF_8,
        /** UTF-8 after a byte order mark. */
        UTF_8_BOM,
        /** UTF-16 after a byte order mark. */
        UTF_16,
        /** None of these, such as Latin-1; or the caption is longer than 64 KiB or cannot be read. Training refuses it. */
        UNKNOWN
    }

    /** A caption from a text that was decoded before, such as a field of JSON. */
    static Caption of(String text) {
        return of(text, Encoding.UTF_8);
    }

    /** Decodes a caption. */
    static Caption decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Caption("", Encoding.UNKNOWN);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, Encoding.UTF_8_BOM);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, Encoding.UTF_16);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, Encoding.UTF_16);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8, Encoding.UTF_8);
    }

    private static Caption decode(byte[] bytes, int from, Charset charset, Encoding encoding) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
            return of(text, encoding);
        } catch (CharacterCodingException malformed) {
            return new Caption(new String(bytes, WINDOWS).strip(), Encoding.UNKNOWN);
        }
    }

    // U+FFFD is what a decoder left of bytes that it could not read, and U+0000 is a sign of UTF-16 without a byte
    // order mark.
    private static Caption of(String text, Encoding encoding) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return MISSING;
        }
        boolean damaged = stripped.indexOf('\uFFFD') >= 0 || stripped.indexOf('\0') >= 0;
        return new Caption(stripped, damaged ? Encoding.UNKNOWN : encoding);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 255) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
