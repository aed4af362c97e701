package org.stylecodes.train.drawing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.tar.TarReader;

/** The files of a source, by path with slashes: those in an npm package or those in a folder. Thread-safe. */
interface SourceFiles {
    /** The bytes of a file; empty if there is no such file. */
    Optional<byte[]> read(String path);

    /** The files in a folder. */
    static SourceFiles of(Path folder) {
        return path -> {
            Path file = folder.resolve(path);
            try {
                return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException cause) {
                throw new InvalidRequestException(file + ": cannot be read: " + cause.getMessage(), cause);
            }
        };
    }

    /**
     * The files in the bytes of an npm package, which is a compressed tar archive with one folder.
     *
     * @param name the name of the archive in error messages
     * @throws InvalidRequestException if the archive is damaged or is cut short
     */
    static SourceFiles ofPackage(byte[] tgz, String name) {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(tgz))) {
            byte[] tar = in.readAllBytes();
            TarReader.list(tar, member -> {
                String path = member.name();
                int from = (int) member.offset();
                byte[] content = Arrays.copyOfRange(tar, from, from + (int) member.length());
                files.put(path.substring(path.indexOf('/') + 1), content);
            });
        } catch (IOException cause) {
            throw new InvalidRequestException(name + ": is not an npm package: " + cause.getMessage(), cause);
        }
        return path -> Optional.ofNullable(files.get(path));
    }
}
