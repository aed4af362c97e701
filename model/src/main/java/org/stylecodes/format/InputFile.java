package org.stylecodes.format;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.ModelFormatException;

/**
 * A file of a model, read in pieces. An interrupted thread closes the {@code FileChannel} that it reads from, for all threads and for
 * good; this stays open. Thread-safe.
 */
public final class InputFile implements AutoCloseable {
    private static final int LARGEST_PIECE = 1 << 20;

    private final RandomAccessFile file;

    private InputFile(RandomAccessFile file) {
        this.file = file;
    }

    /** @throws ModelFormatException if there is no such file, or it cannot be opened */
    public static InputFile open(Path path) {
        try {
            return new InputFile(new RandomAccessFile(path.toFile(), "r"));
        } catch (FileNotFoundException e) {
            throw new ModelFormatException(
                    path.toString(),
                    Files.notExists(path) ? "there is no such file" : "cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    /**
     * All bytes of a file.
     *
     * @throws ModelFormatException if there is no such file, or it cannot be read
     */
    public static byte[] bytes(Path path) {
        try (InputFile file = open(path)) {
            return file.bytes(0, Math.toIntExact(file.length()));
        } catch (IOException | ArithmeticException e) {
            throw new ModelFormatException(path.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    long length() throws IOException {
        return file.length();
    }

    /** @throws EOFException if the file ends before */
    byte[] bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, length);
        return bytes;
    }

    /**
     * Copies bytes into native memory.
     *
     * @throws EOFException if the file ends before
     * @throws CancelledException if the thread is interrupted
     */
    void read(long position, BytePointer memory, long length) throws IOException {
        byte[] piece = new byte[(int) Math.min(LARGEST_PIECE, length)];
        for (long done = 0; done < length; done += piece.length) {
            CancelledException.throwIfInterrupted();
            int count = (int) Math.min(piece.length, length - done);
            read(position + done, piece, count);
            memory.position(done).put(piece, 0, count);
        }
    }

    private synchronized void read(long position, byte[] into, int count) throws IOException {
        file.seek(position);
        file.readFully(into, 0, count);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
