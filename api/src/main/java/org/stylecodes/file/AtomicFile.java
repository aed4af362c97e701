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
import java.util.Objects;
import java.util.UUID;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.StyleCodesException;

/** Files that appear whole or not at all, whatever stops the program or the machine on the way. */
public final class AtomicFile {
    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes everything to a channel that is open for writing. An {@link UncheckedIOException} counts as its cause. */
        void write(FileChannel channel) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes beside the file, waits for the disk, moves into place, and waits for the disk again, where the platform lets one
     * wait for folders; makes the folder where there is none. A link stays a link, and a pipe or device is written to as it is.
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
            // Not a file of Files.createTempFile, which only its owner could read.
            Path part = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                fill(part, body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(part, real);
                changed.forEach(AtomicFile::force);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (UncheckedIOException e) {
            throw failure(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static StyleCodesException failure(Path file, IOException cause) {
        return cause instanceof ClosedByInterruptException
                ? new CancelledException("cancelled while " + file + " was written, because the thread was interrupted")
                : new EnvironmentException("cannot write " + file + ": " + reason(cause), cause);
    }

    /** The folders that get a new name in them: the file's, and those of the folders that are not there yet. */
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

    // A name is in the folder for good once the folder is on the disk, too.
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException impossible) {
            // Windows opens no folders, and some file systems refuse this of them; the file is there all the same.
        }
    }

    // The messages of Java's file exceptions are but names of files.
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access was denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "its folder takes no new files";
        }
        if (cause instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return cause instanceof FileAlreadyExistsException
                ? "a file is in the place of a folder"
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
        } catch (AtomicMoveNotSupportedException plainly) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
