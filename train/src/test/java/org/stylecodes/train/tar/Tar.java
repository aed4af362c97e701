package org.stylecodes.train.tar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds tar files, also damaged and hostile ones. */
public final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Tar file(String name, String content) {
        return member('0', name, content);
    }

    /** Adds a member of any type, for example {@code x} for a pax header. */
    public Tar member(char type, String name, String content) {
        return member(type, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a member of any type. */
    public Tar member(char type, String name, byte[] body) {
        byte[] header = header(type, name, body.length);
        bytes.writeBytes(header);
        bytes.writeBytes(Arrays.copyOf(body, (body.length + 511) / 512 * 512));
        return this;
    }

    /** Adds a header without a body. */
    public Tar header(String name, long length) {
        bytes.writeBytes(header('0', name, length));
        return this;
    }

    public Tar zeros(int count) {
        bytes.writeBytes(new byte[count]);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private static byte[] header(char type, String name, long length) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", length));
        header[156] = (byte) type;
        put(header, 257, "ustar");
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte value : header) {
            sum += value & 255;
        }
        put(header, 148, String.format("%06o", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(letters, 0, header, at, letters.length);
    }
}
