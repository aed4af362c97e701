package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.error.ModelFormatException;

class SafetensorsHeaderTest {
    private static final String PAIR = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F32 | F33 | has dtype",
                "F32 | F16 | hold 8 bytes, but F16 [2] needs 4",
                "[2] | [3] | needs 12",
                "[2] | [-2] | expected a whole number of at least 0",
                "[2] | [2.0] | expected a whole number of at least 0",
                "[2] | [9223372036854775807,2] | too large",
                "[2] | [9223372036854775808] | expected a whole number of at least 0",
                "[2] | 2 | expected shape to be a list of at most 64 numbers",
                "[0,8] | [8,0] | needs 8",
                "[0,8] | [0,8,8] | at most 2",
                "[0,8] | [8,16] | must not leave gaps or overlap",
                "[0,8] | [9223372036854775799,9223372036854775807] | too large",
                "\"a\" | \"__metadata__\" | expected a string for shape",
                "{\"dtype\" | {\"x\":1,\"dtype\" | expected dtype, shape and data_offsets",
                "]}} | ]} | not valid JSON",
                "]}} | ]}}{} | not valid JSON",
            })
    void refusesHeadersThatContradictThemselves(String part, String instead, String problem) throws IOException {
        assertRefused(problem, PAIR.replace(part, instead), 8);
    }

    @Test
    void refusesTwoTensorsOfOneName() throws IOException {
        String tensor = "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        assertRefused("Duplicate field 'a'", "{" + tensor + "," + tensor + "}", 0);
    }

    @Test
    void refusesBytesThatBelongToNoTensor() throws IOException {
        assertRefused("the last tensor ends here", PAIR, 9);
    }

    @Test
    void namesTheTensorWhereTheFileIsTruncated() throws IOException {
        ModelFormatException refused = refusal(file(PAIR, 7));
        assertEquals("a", refused.tensor());
        assertEquals(8 + PAIR.length(), refused.offset());
        assertTrue(refused.getMessage().contains("the file is truncated"), refused.getMessage());
    }

    @Test
    void refusesHeadersLongerThanTheFile() throws IOException {
        Path file = folder.resolve("long.safetensors");
        Files.write(file, ByteBuffer.allocate(10).putLong(Long.MAX_VALUE).array());
        assertTrue(refusal(file).getMessage().contains("header's length is"));
        Files.write(file, new byte[7]);
        assertEquals(7, refusal(file).offset());
    }

    @Test
    void noticesThatAnOpenFileWasTruncated() throws IOException {
        Path file = file(PAIR, 8);
        try (Safetensors opened = Safetensors.open(file)) {
            Files.write(file, new byte[3]);
            ModelFormatException refused = assertThrows(ModelFormatException.class, () -> opened.tensor("a"));
            assertTrue(refused.getMessage().contains("truncated to 3 bytes since it was opened"), refused.getMessage());
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        assertTrue(refusal(folder.resolve("none")).getMessage().contains("there is no such file"));
    }

    private void assertRefused(String problem, String header, int body) throws IOException {
        String message = refusal(file(header, body)).getMessage();
        assertTrue(message.contains(problem), message);
    }

    private static ModelFormatException refusal(Path file) {
        return assertThrows(ModelFormatException.class, () -> Safetensors.open(file));
    }

    private Path file(String header, int body) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + body).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        return Files.write(folder.resolve("model.safetensors"), bytes.array());
    }
}
