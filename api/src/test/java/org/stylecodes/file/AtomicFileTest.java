package org.stylecodes.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.StyleCodesException;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheOldFileWhenWritingFails() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "old");
        assertThrows(
                StyleCodesException.class,
                () -> AtomicFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {'n', 'e'}));
                    throw new IOException("the disk is full");
                }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void createsMissingFolders() throws IOException {
        Path file = folder.resolve("a/b/file");
        AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {'x'})));
        assertEquals("x", Files.readString(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void syncsTheFileAndEveryFolderWithANewEntry() throws IOException {
        Path file = folder.resolve("a/b/file");
        Path events = folder.resolve("events");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {'x'})));
            recording.stop();
            recording.dump(events);
        }
        List<String> forced = RecordingFile.readAllEvents(events).stream()
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .map(event -> event.getString("path"))
                .filter(path -> path.startsWith(folder.toString()))
                .toList();
        assertEquals(List.of(folder + "/a/b", folder + "/a", folder.toString()), forced.subList(1, forced.size()));
        assertTrue(forced.get(0).endsWith(".part"), forced.get(0));
    }
}
