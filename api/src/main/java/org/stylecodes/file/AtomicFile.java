package org.stylecodes.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;

/** Writes files atomically: a file appears completely or not at all, even if the program or the machine stops while it is written. */
public final class AtomicFile {
    /** The code that writes the bytes of a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes all bytes to a channel that is open for writing. */
        void write(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file. The bytes go to a temporary file in the same folder, which is synced to the disk and then moved into place. The
     * folder is synced too, if the platform supports that. Missing folders are created. A symbolic link stays a link to the file, and
     * a pipe or device is written to directly.
     *
     * @throws EnvironmentException if the file cannot be written
     * @throws CancelledException if the thread is interrupted
     */
    public static void write(Path file, Body body) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, body, StandardOpenOption.WRITE);
                return;
            }
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            List<Path> changed = changed(real);
            Files.createDirectories(real.getParent());
            // Files.createTempFile would create a file that only its owner can read.
            Path part = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                fill(part, body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(part, real);
                changed.forEach(AtomicFile::force);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (ClosedByInterruptException e) {
            throw new CancelledException(
                    "cancelled while " + file + " was written, because the thread was interrupted");
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + reason(e), e);
        }
    }

    /** The folders that get a new entry: that of the file, and the parents of folders that do not exist yet. */
    private static List<Path> changed(Path file) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            folders.add(folder);
            if (Files.exists(folder)) {
                break;
            }
        }
        return folders;
    }

    // A new entry of a folder is only durable once the folder itself is on the disk.
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open folders, and some file systems cannot sync them. The file is written nevertheless.
        }
    }

    // The messages of Java's file exceptions are often only the names of the files.
    private static String reason(Exception failed) {
        Exception cause = failed instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failed;
        if (cause instanceof AccessDeniedException) {
            return "access was denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no file can be created in its folder";
        }
        if (cause instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return cause instanceof FileAlreadyExistsException
                ? "a file exists where a folder is needed"
                : String.valueOf(cause.getMessage());
    }

    private static void fill(Path file, Body body, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            body.write(channel);
            if (Files.isRegularFile(file)) {
                channel.force(true);
            }
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
