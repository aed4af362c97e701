package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.EnvironmentException;

class ErrorHandlerTest {
    @Test
    void anErrorOfTheLibraryKeepsItsMessage() {
        assertEquals("the model is closed", ErrorHandler.message(new EnvironmentException("the model is closed")));
    }

    @Test
    void aMissingFileIsReportedAsMissing() {
        assertEquals(
                "a b.json: there is no such file or folder",
                ErrorHandler.message(new UncheckedIOException(new NoSuchFileException("a b.json"))));
    }

    @Test
    void aFileWithoutPermissionIsReportedAsDenied() {
        assertEquals("key: access is denied", ErrorHandler.message(new AccessDeniedException("key")));
    }

    @Test
    void otherFileErrorsKeepTheMessageOfTheSystem() {
        assertEquals("No space left on device", ErrorHandler.message(new IOException("No space left on device")));
    }

    @Test
    void lackOfMemoryComesWithARemedy() {
        assertEquals(
                "out of memory; ask for smaller pictures, or, if the Java heap was full, raise its limit with"
                        + " STYLECODES_JAVA_OPTIONS=-Xmx8g",
                ErrorHandler.message(new OutOfMemoryError("Java heap space")));
        assertEquals(
                "not enough memory for the tensors; ask for smaller pictures",
                ErrorHandler.message(new RuntimeException("DefaultCPUAllocator: can't allocate memory")));
    }

    @Test
    void onlyTheFirstLineOfANativeFailureIsShown() {
        assertEquals(
                "unexpected failure: RuntimeException: sizes do not fit (--stacktrace shows where)",
                ErrorHandler.message(new RuntimeException("sizes do not fit\nframe #0: c10::Error")));
    }

    @Test
    void aPlatformWithoutNativeLibrariesIsNamedAsTheCause() {
        assertEquals(
                "the native libraries cannot be loaded on this machine: no jnitorch in java.library.path",
                ErrorHandler.message(new UnsatisfiedLinkError("no jnitorch in java.library.path")));
    }

    @Test
    void aClassThatCannotLoadItsLibraryNamesTheLibrary() {
        assertEquals(
                "the native libraries cannot be loaded on this machine: no jnitorch in java.library.path",
                ErrorHandler.message(
                        new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnitorch in java.library.path"))));
    }

    @Test
    void aClassThatIsMissingIsNoNativeLibrary() {
        assertEquals(
                "unexpected failure: NoClassDefFoundError: org/stylecodes/Gone (--stacktrace shows where)",
                ErrorHandler.message(new NoClassDefFoundError("org/stylecodes/Gone")));
    }
}
