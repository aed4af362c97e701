package org.stylecodes.image.png;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.format.ImageFormat;
import org.stylecodes.image.format.StrippedFile;
import org.stylecodes.image.format.UnreadableException;

/** Reads and writes the chunks of a PNG file (ISO/IEC 15948). A chunk is a length, four letters, data and a checksum. */
public final class PngChunks {
    static final int SIGNATURE = 8;
    private static final int FRAME = 12; // length, type and checksum
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /**
     * One chunk inside a file.
     *
     * @param data the index at which its data begins
     */
    record Chunk(byte[] file, String type, int data, int length) {
        boolean isIntact() {
            CRC32 sum = new CRC32();
            sum.update(file, data - 4, length + 4);
            return (int) sum.getValue() == Bytes.bigEndian(file, data + length);
        }

        byte[] bytes() {
            return Arrays.copyOfRange(file, data, data + length);
        }
    }

    /** Passes every chunk to a reader, up to and including IEND. */
    static void forEach(byte[] file, Consumer<Chunk> reader) {
        if (ImageFormat.of(file) != ImageFormat.PNG) {
            throw new UnreadableException("is not a PNG file");
        }
        int at = SIGNATURE;
        while (true) {
            if (at > file.length - FRAME) {
                throw new UnreadableException(
                        "the PNG file is cut short: it ends at byte " + file.length + " without an IEND chunk");
            }
            int length = Bytes.bigEndian(file, at);
            if (length < 0 || length > file.length - FRAME - at) {
                throw new UnreadableException(
                        "the PNG file is cut short or damaged: the chunk at byte " + at + " reaches beyond the end");
            }
            Chunk chunk = new Chunk(file, new String(file, at + 4, 4, StandardCharsets.ISO_8859_1), at + 8, length);
            reader.accept(chunk);
            if (chunk.type.equals("IEND")) {
                return;
            }
            at += FRAME + length;
        }
    }

    /**
     * Checks a PNG file and strips the chunks that a decoder does not need.
     *
     * @throws UnreadableException if the file is cut short or damaged
     */
    public static StrippedFile encoded(byte[] file) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(file.length);
        pixels.write(file, 0, SIGNATURE);
        byte @Nullable [][] exif = new byte[1][];
        forEach(file, chunk -> {
            if (NEEDED.contains(chunk.type)) {
                requireIntact(chunk);
                pixels.write(file, chunk.data - 8, chunk.length + FRAME);
            } else if (chunk.type.equals("eXIf") && chunk.isIntact()) {
                exif[0] = chunk.bytes();
            }
        });
        return new StrippedFile(pixels.toByteArray(), exif[0], null);
    }

    static void requireIntact(Chunk chunk) {
        if (!chunk.isIntact()) {
            throw new UnreadableException("the PNG file is damaged: the checksum of " + chunk.type + " at byte "
                    + (chunk.data - 8) + " is wrong");
        }
    }

    /** Returns the bytes of a chunk with its length and checksum. */
    public static byte[] chunk(String type, byte[] data) {
        byte[] chunk = new byte[FRAME + data.length];
        Bytes.putBigEndian(chunk, 0, data.length);
        System.arraycopy(type.getBytes(StandardCharsets.ISO_8859_1), 0, chunk, 4, 4);
        System.arraycopy(data, 0, chunk, 8, data.length);
        CRC32 sum = new CRC32();
        sum.update(chunk, 4, data.length + 4);
        Bytes.putBigEndian(chunk, 8 + data.length, (int) sum.getValue());
        return chunk;
    }
}
