package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.stylecodes.error.EnvironmentException;

/** A folder among the system's temporary files, which {@link #close} deletes with everything in it. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /**
     * Creates an empty folder.
     *
     * @param prefix the beginning of its name
     * @throws EnvironmentException if it cannot be created
     */
    public static TemporaryFolder create(String prefix) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new EnvironmentException("cannot create a temporary folder: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> content = Files.walk(path)) {
            for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Windows cannot delete a file that is still mapped into memory. The system empties its temporary folder
            // itself.
            path.toFile().deleteOnExit();
        }
    }
}
