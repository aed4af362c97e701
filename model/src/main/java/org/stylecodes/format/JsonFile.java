package org.stylecodes.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.file.AtomicFile;

/** Reads and writes files that contain a JSON object. Reading is strict, and writing gives the same bytes on every system. */
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);

    private JsonFile() {}

    /**
     * Reads an object.
     *
     * @throws ModelFormatException if the file does not exist or is not a valid JSON object
     */
    public static JsonNode read(Path file) {
        return parse(file.toString(), InputFile.bytes(file), 0);
    }

    /** Parses a section of a file that begins at byte {@code start}. */
    static JsonNode parse(String file, byte[] text, long start) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            long offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
            throw new ModelFormatException(
                    file, null, start + offset, "is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ModelFormatException(file, null, start, "is not valid JSON: " + e.getMessage(), e);
        }
        if (!json.isObject()) {
            throw new ModelFormatException(file, null, start, "is not a JSON object");
        }
        return json;
    }

    /**
     * Writes a file atomically. Creates the folder if it does not exist.
     *
     * @throws org.stylecodes.error.StyleCodesException if the file cannot be written
     */
    public static void write(Path file, JsonNode json) {
        AtomicFile.write(file, channel -> {
            ByteBuffer text = ByteBuffer.wrap(JSON.writer(PRETTY).writeValueAsBytes(json));
            while (text.hasRemaining()) {
                channel.write(text);
            }
        });
    }
}
