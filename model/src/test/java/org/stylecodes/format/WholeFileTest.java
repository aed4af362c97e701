package org.stylecodes.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodesException;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheOldFileWhenWritingFails() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "old");
        assertThrows(
                StyleCodesException.class,
                () -> WholeFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {'n', 'e'}));
                    throw new IOException("the disk is full");
                }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void makesTheFolders() throws IOException {
        Path file = folder.resolve("a/b/file");
        WholeFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {'x'})));
        assertEquals("x", Files.readString(file));
    }
}
