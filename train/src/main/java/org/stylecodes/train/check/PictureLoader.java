package org.stylecodes.train.check;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.train.dataset.Example;

/**
 * Decodes pictures on several threads in bounded memory: pictures that need much memory are decoded one at a time. Thread-safe.
 */
final class PictureLoader {
    private static final long LARGE_FILE = 8L << 20; // in bytes
    private static final long LARGE_PICTURE = 4L << 20; // in pixels; decoding takes up to 12 bytes for each

    private final Lock large = new ReentrantLock();

    /**
     * Decodes a picture.
     *
     * @param use takes the bytes of the file and the picture, and must not keep them
     * @throws PictureFormatException if the picture cannot be read
     * @throws org.stylecodes.error.EnvironmentException if the picture does not fit into Java's heap
     */
    <T> T load(Example example, BiFunction<byte[], Picture, T> use) {
        if (example.length() <= LARGE_FILE) {
            byte[] bytes = example.bytes();
            if (Pictures.pixels(bytes, example.name()) <= LARGE_PICTURE) {
                return decode(example, bytes, use);
            }
        }
        large.lock();
        try {
            return decode(example, example.bytes(), use);
        } finally {
            large.unlock();
        }
    }

    private static <T> T decode(Example example, byte[] bytes, BiFunction<byte[], Picture, T> use) {
        return use.apply(bytes, Pictures.read(bytes, example.name(), ReadOptions.DEFAULT));
    }
}
