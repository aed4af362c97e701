package org.stylecodes.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/**
 * Where PNG files go: to one file, to several with numbered names, or to standard output.
 *
 * @param name the name of the file, in which {@code %d} stands for the number; {@code -} for standard output; null for a new file
 *     in the working directory
 */
record OutputFiles(@Nullable String name) {
    private static final String STANDARD_OUTPUT = "-";
    private static final String NUMBER = "%d";
    private static final Pattern STEM = Pattern.compile("(.*?)(\\.[^./\\\\]+)?", Pattern.DOTALL);
    private static final Pattern OTHER_FORMAT = Pattern.compile(".*\\.(jpe?g|gif|bmp|webp|tiff?)");

    /**
     * Checks that pictures can be written, before the work to make them.
     *
     * @throws BadValueException if they cannot be written
     */
    void check(int count) {
        if (name == null) {
            return;
        }
        if (name.equals(STANDARD_OUTPUT)) {
            require(count == 1, "standard output takes one picture; give a file to write " + count + " pictures");
            return;
        }
        Path folder = file(name, 0).toAbsolutePath().getParent();
        require(
                folder != null && Files.isDirectory(folder),
                name + ": there is no folder " + folder + "; create it first");
        require(!Files.isDirectory(file(name, 0)), name + " is a folder; give the name of a file in it");
        require(
                !OTHER_FORMAT.matcher(name.toLowerCase(Locale.ROOT)).matches(),
                name + ": pictures are only written as PNG; give a name that ends in .png");
    }

    /**
     * Writes a picture.
     *
     * @param texts the text fields of the PNG
     * @param index the position of the picture among several, from 0
     * @param defaultName the stem of the file's name if the user gave no name
     * @param out standard output
     * @return the file, or null if the picture went to standard output
     */
    @Nullable
    Path write(Picture picture, Map<String, String> texts, int index, String defaultName, OutputStream out) {
        if (STANDARD_OUTPUT.equals(name)) {
            try {
                out.write(Pictures.png(picture, texts));
                out.flush();
            } catch (IOException failed) {
                throw new EnvironmentException("cannot write to standard output: " + failed.getMessage(), failed);
            }
            return null;
        }
        Path file = name == null ? unused(defaultName) : file(name, index);
        Pictures.writePng(picture, file, texts);
        return file;
    }

    private static Path file(String name, int index) {
        try {
            if (name.contains(NUMBER)) {
                return Path.of(name.replace(NUMBER, String.valueOf(index + 1)));
            }
            if (index == 0) {
                return Path.of(name);
            }
            Matcher stem = STEM.matcher(name);
            stem.matches(); // matches any text
            return Path.of(stem.group(1) + "-" + (index + 1) + (stem.group(2) == null ? "" : stem.group(2)));
        } catch (InvalidPathException noPath) {
            throw new BadValueException("'" + name + "' cannot be the name of a file; give another name");
        }
    }

    /** Creates a new file under an unused name. It is created at once so that no other process takes the name. */
    private static Path unused(String stem) {
        for (int number = 1; ; number++) {
            Path file = Path.of(number == 1 ? stem + ".png" : stem + "-" + number + ".png");
            try {
                return Files.createFile(file);
            } catch (FileAlreadyExistsException taken) {
                // The next number may be free.
            } catch (IOException failed) {
                throw new EnvironmentException(
                        "cannot write " + file.toAbsolutePath() + ": " + ErrorHandler.message(failed), failed);
            }
        }
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new BadValueException(message);
        }
    }
}
