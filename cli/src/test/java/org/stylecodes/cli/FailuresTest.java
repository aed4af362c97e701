package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.StyleCodesException;

class FailuresTest {
    @Test
    void whatTheLibraryRefusesIsSaidInItsWords() {
        assertEquals("the model is closed", Failures.message(new StyleCodesException("the model is closed")));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertEquals(
                "a b.json: there is no such file or folder",
                Failures.message(new UncheckedIOException(new NoSuchFileException("a b.json"))));
    }

    @Test
    void aFileOfSomebodyElseIsSaidToBeDenied() {
        assertEquals("key: access is denied", Failures.message(new AccessDeniedException("key")));
    }

    @Test
    void otherTroubleWithFilesIsSaidInTheWordsOfTheSystem() {
        assertEquals("No space left on device", Failures.message(new IOException("No space left on device")));
    }

    @Test
    void lackOfMemoryComesWithARemedy() {
        String remedy = "out of memory; ask for smaller pictures, or if Java's own limit was met, raise it with"
                + " STYLECODES_JAVA_OPTIONS=-Xmx8g";
        assertEquals(remedy, Failures.message(new OutOfMemoryError("Java heap space")));
        assertEquals(
                remedy,
                Failures.message(new RuntimeException("[enforce fail at alloc_cpu.cpp:127] err == 0."
                        + " DefaultCPUAllocator: can't allocate memory: you tried to allocate 17179869184 bytes.")));
    }

    @Test
    void ofANativeFailureOnlyTheFirstLineIsShown() {
        assertEquals(
                "unexpected failure: RuntimeException: sizes do not fit (--stacktrace shows where)",
                Failures.message(new RuntimeException("sizes do not fit\nframe #0: c10::Error")));
    }

    @Test
    void aPlatformWithoutNativeLibrariesIsNamedAsTheCause() {
        assertEquals(
                "the native libraries cannot be loaded on this machine: no jnitorch in java.library.path",
                Failures.message(new UnsatisfiedLinkError("no jnitorch in java.library.path")));
    }
}
