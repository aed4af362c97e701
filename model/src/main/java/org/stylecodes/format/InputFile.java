package org.stylecodes.format;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Workers;

/**
 * A model file, read in pieces. It stays open if a thread that reads it is interrupted: an interrupt would close a {@code FileChannel} for all
 * threads, so only threads that are never interrupted read through one. Thread-safe.
 */
public final class InputFile implements AutoCloseable {
    private static final int MAX_CHUNK = 64 << 20;

    private final RandomAccessFile file;

    private InputFile(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Opens a file for reading.
     *
     * @throws ModelFormatException if the file does not exist or cannot be opened
     */
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
     * Reads all bytes of a file.
     *
     * @throws ModelFormatException if the file does not exist or cannot be read
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

    /** @throws EOFException if the file ends before {@code length} bytes are read */
    byte[] bytes(long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        read(position, bytes, length);
        return bytes;
    }

    /**
     * Reads bytes into native memory. Several threads may do so at the same time.
     *
     * @throws EOFException if the file ends before {@code length} bytes are read
     * @throws CancelledException if the thread is interrupted
     */
    void read(long position, BytePointer memory, long length) throws IOException {
        try {
            // An interrupt would close the channel.
            Workers.uninterrupted(() -> readFully(position, memory, length));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void readFully(long position, BytePointer memory, long length) {
        FileChannel channel = file.getChannel();
        try {
            for (long done = 0; done < length; ) {
                long end = Math.min(length, done + MAX_CHUNK);
                int count = channel.read(memory.limit(end).position(done).asByteBuffer(), position + done);
                if (count < 0) {
                    throw new EOFException("the file ends at byte " + channel.size());
                }
                done += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
