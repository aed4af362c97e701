package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.StyleCodesException;

class DataFolderTest {
    @TempDir
    private Path folder;

    /** The program of another process: it owns a folder until its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (DataFolder owner = DataFolder.open(Path.of(arguments[0]))) {
            owner.store(null).close();
            System.out.println("owned");
            System.in.transferTo(System.out);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // /proc lists the open files of a process
    void theFolderOfAnotherProcessIsNotHeldOpen() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DataFolderTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertEquals("owned", owner.inputReader().readLine());
            StudioOptions options = StudioOptions.local(0, folder, StyleCodes::nano);
            StyleCodesException refusal = assertThrows(StyleCodesException.class, () -> Studio.start(options));
            assertTrue(
                    refusal.getMessage().startsWith("another studio is open on the data folder"), refusal.getMessage());
            assertEquals(List.of(), open("studio.lock"));
        } finally {
            owner.getOutputStream().close();
            owner.waitFor();
        }
    }

    private List<Path> open(String name) throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/proc/self/fd"))) {
            return links.flatMap(DataFolderTest::target)
                    .filter(file -> file.equals(folder.resolve(name)))
                    .toList();
        }
    }

    private static Stream<Path> target(Path link) {
        try {
            return Stream.of(Files.readSymbolicLink(link));
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }
}
