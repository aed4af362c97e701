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

/** Reads what the command line names. Where that cannot be read, the command line is at fault, and the work has not begun. */
final class InputFiles {
    private InputFiles() {}

    /** The picture in a file. */
    static Picture picture(Path file, ReadOptions options) {
        return read(() -> Pictures.read(file, options));
    }

    /** What a PNG says about how it was made. */
    static PictureNotes notes(Path file) {
        var texts = read(() -> Pictures.readText(file));
        try {
            return PictureNotes.read(texts);
        } catch (StyleCodesException refusal) { // which knows the texts alone
            throw new BadValueException(file + ": " + refusal.getMessage(), refusal);
        }
    }

    /**
     * What a reader gives.
     *
     * @throws BadValueException if it refuses, in its words
     */
    static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (StyleCodesException refusal) {
            throw new BadValueException(String.valueOf(refusal.getMessage()), refusal);
        }
    }

    /** The lines of a file of secrets, without empty ones and those that begin with #. */
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
