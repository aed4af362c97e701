package org.stylecodes.train.drawing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.stylecodes.error.InvalidRequestException;

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
     */
    static SourceFiles ofPackage(byte[] tgz, String name) {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(tgz)))) {
            while (true) {
                byte[] header = in.readNBytes(512);
                if (header.length < 512 || header[0] == 0) {
                    break;
                }
                int size = Integer.parseInt(text(header, 124, 12).trim(), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((512 - size % 512) % 512);
                if (header[156] == '0' || header[156] == 0) {
                    String prefix = text(header, 345, 155);
                    String path = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
                    files.put(path.substring(path.indexOf('/') + 1), content);
                }
            }
        } catch (IOException | NumberFormatException cause) {
            throw new InvalidRequestException(name + ": is not an npm package", cause);
        }
        return path -> Optional.ofNullable(files.get(path));
    }

    private static String text(byte[] header, int offset, int length) {
        String text = new String(header, offset, length, StandardCharsets.UTF_8);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }
}
