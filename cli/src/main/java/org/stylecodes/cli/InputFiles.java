package org.stylecodes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.notes.PictureNotes;

/** Reads the files that the command line names. A file that cannot be read counts as a wrong command line: no work has begun. */
final class InputFiles {
    private InputFiles() {}

    /** Reads a picture. */
    static Picture picture(Path file, ReadOptions options) {
        return read(() -> Pictures.read(file, options));
    }

    /** Reads what a PNG records about how it was made. */
    static PictureNotes notes(Path file) {
        var texts = read(() -> Pictures.readText(file));
        try {
            return PictureNotes.read(texts);
        } catch (StyleCodesException refusal) { // its message does not name the file
            throw new BadValueException(file + ": " + refusal.getMessage(), refusal);
        }
    }

    /**
     * Calls a reader and returns its result.
     *
     * @throws BadValueException if the reader throws a {@link StyleCodesException}; the message is the same
     */
    static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (StyleCodesException refusal) {
            throw new BadValueException(String.valueOf(refusal.getMessage()), refusal);
        }
    }

    /** Reads the lines of a file with secrets. Leaves out empty lines and lines that begin with #. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new BadValueException("the file cannot be read: " + ErrorHandler.message(unreadable));
        }
    }
}
