package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;

class SourceFolderTest {
    private static final byte[] PACKAGE = TinyPackage.of(Map.of("icons.json", new byte[] {1, 2, 3}));
    private static final Source ICONS = new Source(
            new Hand("icons", "a", false, false, "MIT", "A. Drawer"),
            Source.Kind.ICONS,
            0,
            Optional.of("@tiny/icons@1.0.0"),
            TinyPackage.sha256(PACKAGE),
            "",
            "this test");

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void npmFetchesAPackageThatIsMissing() throws IOException {
        Files.write(folder.resolve("packed"), PACKAGE);
        Path npm = npm("echo $1 $2 $3 > arguments; cp packed tiny-icons-1.0.0.tgz");
        SourceFiles files = new SourceFolder(folder, Map.of(), npm.toString(), 1, TimeUnit.MINUTES)
                .open(ICONS)
                .orElseThrow();
        assertEquals(3, files.read("icons.json").orElseThrow().length);
        assertEquals("pack @tiny/icons@1.0.0 --silent\n", Files.readString(folder.resolve("arguments")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(30)
    void npmEndsWithAllItStartedWhenItsTimeIsUp() throws Exception {
        // The sleep is a process of its own that keeps the output open.
        Path npm = npm("sleep 60 & echo $! > sleeper.new; mv sleeper.new sleeper; echo waiting; wait");
        EnvironmentException late = assertThrows(
                EnvironmentException.class,
                () -> new SourceFolder(folder, Map.of(), npm.toString(), 2, TimeUnit.SECONDS).open(ICONS));
        assertEquals(
                "npm did not fetch @tiny/icons@1.0.0 within 2 seconds; run \"npm pack @tiny/icons@1.0.0\" in " + folder
                        + " where there is a network",
                late.getMessage());
        assertSleeperEnds();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(30)
    void anInterruptEndsNpm() throws Exception {
        Path npm = npm("sleep 60 & echo $! > sleeper.new; mv sleeper.new sleeper; wait");
        Thread fetching = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            while (!Files.exists(folder.resolve("sleeper"))) {
                Thread.onSpinWait();
            }
            fetching.interrupt();
        });
        interrupter.start();
        assertThrows(
                CancelledException.class,
                () -> new SourceFolder(folder, Map.of(), npm.toString(), 1, TimeUnit.MINUTES).open(ICONS));
        assertTrue(Thread.interrupted());
        assertSleeperEnds();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatNpmSaysIsTold() throws IOException {
        Path npm = npm("echo no such package; exit 1");
        EnvironmentException failed = assertThrows(
                EnvironmentException.class,
                () -> new SourceFolder(folder, Map.of(), npm.toString(), 1, TimeUnit.MINUTES).open(ICONS));
        assertTrue(
                failed.getMessage().startsWith("npm cannot fetch @tiny/icons@1.0.0: no such package; run "),
                failed.getMessage());
    }

    @Test
    void aGivenPackageThatDiffersFromItsDigestIsToBeReplaced() throws IOException {
        Path file = Files.write(folder.resolve("tiny-icons-1.0.0.tgz"), new byte[] {1});
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> new SourceFolder(folder.resolve("sources"), Map.of("icons", folder)).open(ICONS));
        assertEquals(
                file + ": has the SHA-256 " + TinyPackage.sha256(new byte[] {1}) + ", expected "
                        + TinyPackage.sha256(PACKAGE) + "; replace it by the pinned file",
                refused.getMessage());
    }

    // A shell script stands in for npm, so the tests that run it are for systems with a shell.
    private Path npm(String script) throws IOException {
        Path npm = Files.writeString(folder.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        assertTrue(npm.toFile().setExecutable(true));
        return npm;
    }

    private void assertSleeperEnds() throws Exception {
        long pid = Long.parseLong(Files.readString(folder.resolve("sleeper")).strip());
        Optional<ProcessHandle> sleeper = ProcessHandle.of(pid);
        if (sleeper.isPresent()) {
            sleeper.get().onExit().get(10, TimeUnit.SECONDS);
            assertFalse(sleeper.get().isAlive());
        }
    }
}
