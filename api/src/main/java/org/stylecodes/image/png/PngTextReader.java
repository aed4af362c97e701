package org.stylecodes.image.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.UnreadableException;

/** Reads the texts of one PNG file: tEXt and zTXt in Latin-1, iTXt in UTF-8 (ISO/IEC 15948, 11.3.4). */
public final class PngTextReader {
    /** The most bytes of all uncompressed texts of a file. A file with more is refused before more is decompressed. */
    private static final int MOST_BYTES = 1 << 24;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private int left = MOST_BYTES;

    private PngTextReader() {}

    /**
     * Reads the texts by keyword, in the order of the file. If a keyword occurs twice, the later text counts.
     *
     * @throws UnreadableException if the file is not a PNG file, is damaged or holds too much text
     */
    public static Map<String, String> read(byte[] file) {
        PngTextReader reader = new PngTextReader();
        PngChunks.forEach(file, reader::look);
        return reader.texts;
    }

    private void look(PngChunks.Chunk chunk) {
        switch (chunk.type()) {
            case "tEXt", "zTXt", "iTXt" -> {
                PngChunks.requireIntact(chunk);
                parse(chunk.type(), chunk.bytes());
            }
            default -> {}
        }
    }

    private void parse(String type, byte[] data) {
        int at = afterZero(data, 0);
        String keyword = new String(data, 0, at - 1, StandardCharsets.ISO_8859_1);
        switch (type) {
            case "tEXt" -> keep(keyword, data, at, false, StandardCharsets.ISO_8859_1);
            case "zTXt" -> keep(keyword, data, at + 1, true, StandardCharsets.ISO_8859_1);
            default -> {
                boolean compressed = at < data.length && data[at] == 1;
                int text = afterZero(data, afterZero(data, at + 2)); // after the language and the translated keyword
                keep(keyword, data, text, compressed, StandardCharsets.UTF_8);
            }
        }
    }

    private int afterZero(byte[] data, int from) {
        for (int at = from; at < data.length; at++) {
            if (data[at] == 0) {
                return at + 1;
            }
        }
        throw damaged(null);
    }

    private void keep(String keyword, byte[] data, int from, boolean compressed, Charset charset) {
        byte[] packed = Arrays.copyOfRange(data, Math.min(from, data.length), data.length);
        byte[] text = compressed ? inflate(packed) : packed;
        if (text.length + keyword.length() >= left) {
            throw new UnreadableException("holds more than " + MOST_BYTES + " bytes of text");
        }
        left -= text.length + keyword.length();
        texts.put(keyword, new String(text, charset));
    }

    private byte[] inflate(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(left);
        } catch (IOException cause) {
            throw damaged(cause);
        }
    }

    private UnreadableException damaged(@Nullable IOException cause) {
        String problem = "a text inside the PNG file is damaged";
        return cause == null ? new UnreadableException(problem) : new UnreadableException(problem, cause);
    }
}
