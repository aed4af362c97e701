package org.stylecodes.train.tar;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the regular files in a tar file: ustar (POSIX.1-1988), pax (POSIX.1-2001) and GNU's long names and large sizes. Nothing is
 * extracted.
 */
public final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_EXTENSION = 1 << 16; // of a pax header or a long name, in bytes

    private final Bytes tar;
    private final long end;
    private long position;
    private @Nullable String longName;
    private @Nullable Long longSize;

    /**
     * A regular file in a tar file.
     *
     * @param name its name as it is written there, which may lead anywhere
     * @param offset where its content starts, in bytes
     * @param length the length of its content in bytes
     */
    public record Member(String name, long offset, long length) {}

    private interface Bytes {
        /** Reads bytes, all of them before the end of the tar file. */
        byte[] read(long offset, int length) throws IOException;
    }

    private TarReader(Bytes tar, long end) {
        this.tar = tar;
        this.end = end;
    }

    /**
     * Lists a tar file in its order.
     *
     * @throws IOException if the file cannot be read, is damaged or is cut short. The members before the damage were given to the consumer
     */
    public static void list(Path file, Consumer<Member> members) throws IOException {
        try (FileChannel tar = FileChannel.open(file, StandardOpenOption.READ)) {
            new TarReader((offset, length) -> read(tar, offset, length), tar.size()).list(members);
        }
    }

    /**
     * Lists a tar file in memory in its order.
     *
     * @throws IOException if the tar file is damaged or is cut short. The members before the damage were given to the consumer
     */
    public static void list(byte[] tar, Consumer<Member> members) throws IOException {
        Bytes bytes = (offset, length) -> Arrays.copyOfRange(tar, (int) offset, (int) offset + length);
        new TarReader(bytes, tar.length).list(members);
    }

    /**
     * Reads bytes of a file.
     *
     * @throws IOException if the file cannot be read or ends before them
     */
    public static byte[] read(Path file, long offset, int length) throws IOException {
        try (FileChannel tar = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(tar, offset, length);
        }
    }

    private void list(Consumer<Member> members) throws IOException {
        while (end - position >= BLOCK) {
            byte[] header = tar.read(position, BLOCK);
            if (isZero(header)) {
                return;
            }
            if (!isIntact(header)) {
                throw new IOException("the header at byte " + position + " is damaged");
            }
            char type = (char) header[156];
            long length = longSize != null && type != 'x' && type != 'L' ? longSize : number(header, 124, 12);
            long content = position + BLOCK;
            if (length < 0 || length > end - content) {
                throw new IOException("the member at byte " + position + " is cut short");
            }
            // A file system pads the last member up to a whole block; some writers do not.
            position = Math.min(end, content + (length + BLOCK - 1) / BLOCK * BLOCK);
            accept(type, header, content, length, members);
        }
    }

    private void accept(char type, byte[] header, long content, long length, Consumer<Member> members)
            throws IOException {
        switch (type) {
            case 'x' -> readPax(extension(content, length));
            case 'L' -> longName = text(extension(content, length), 0, (int) length);
            case 'g', 'K' -> {} // apply to all members or to links; neither changes a name
            default -> {
                if (type == '0' || type == '\0' || type == '7') {
                    members.accept(new Member(longName == null ? name(header) : longName, content, length));
                }
                longName = null;
                longSize = null;
            }
        }
    }

    private byte[] extension(long content, long length) throws IOException {
        if (length > LONGEST_EXTENSION) {
            throw new IOException("the header at byte " + (content - BLOCK) + " is longer than any name");
        }
        return tar.read(content, (int) length);
    }

    // A pax header has records "LENGTH KEY=VALUE\n", where LENGTH counts the bytes of the whole record.
    private void readPax(byte[] records) throws IOException {
        for (int at = 0; at < records.length; ) {
            int space = at;
            int size = 0;
            while (space < records.length && records[space] >= '0' && records[space] <= '9' && size < records.length) {
                size = size * 10 + records[space++] - '0';
            }
            if (space + 1 >= at + size
                    || size > records.length - at
                    || records[space] != ' '
                    || records[at + size - 1] != '\n') {
                throw new IOException("the pax header that ends at byte " + position + " is damaged");
            }
            String record = new String(records, space + 1, at + size - space - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=")) {
                longName = record.substring("path=".length());
            } else if (record.startsWith("size=")) {
                longSize = size(record.substring("size=".length()));
            }
            at += size;
        }
    }

    private static long size(String digits) throws IOException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException damaged) {
            throw new IOException("a pax header states an impossible size", damaged);
        }
    }

    private static byte[] read(FileChannel tar, long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (tar.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file is cut short");
            }
        }
        return bytes.array();
    }

    private static boolean isZero(byte[] header) {
        for (byte value : header) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    // The checksum is the sum of all bytes, with spaces in its own place.
    private static boolean isIntact(byte[] header) {
        byte[] summed = header.clone();
        Arrays.fill(summed, 148, 156, (byte) ' ');
        long sum = 0;
        for (byte value : summed) {
            sum += value & 255;
        }
        return sum == number(header, 148, 8);
    }

    /** An octal number, or a binary one if its first bit is set. Returns -1 if it is neither. */
    private static long number(byte[] header, int from, int length) {
        long value = 0;
        if ((header[from] & 0x80) != 0) {
            for (int i = from + 1; i < from + length; i++) {
                if (value >> 54 != 0) {
                    return -1;
                }
                value = value << 8 | header[i] & 255;
            }
            return value;
        }
        String digits = text(header, from, length).strip();
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 8);
            if (digit < 0) {
                return -1;
            }
            value = value << 3 | digit;
        }
        return value;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        boolean posix = text(header, 257, 6).equals("ustar");
        String prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        int to = from;
        while (to < from + length && bytes[to] != 0) {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
