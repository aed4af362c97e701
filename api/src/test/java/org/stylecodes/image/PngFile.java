package org.stylecodes.image;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.png.PngChunks;

/** Builds a PNG file by hand from the size, bits per sample, colour type, other chunks and unfiltered rows. */
final class PngFile {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    PngFile(int width, int height, int depth, int colorType) {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = new byte[13];
        Bytes.putBigEndian(header, 0, width);
        Bytes.putBigEndian(header, 4, height);
        header[8] = (byte) depth;
        header[9] = (byte) colorType;
        chunk("IHDR", header);
    }

    PngFile chunk(String type, byte... data) {
        file.writeBytes(PngChunks.chunk(type, data));
        return this;
    }

    /** Adds the rows. Each begins with the number of its filter, 0 for none. */
    byte[] rows(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return chunk("IDAT", deflate(raw)).chunk("IEND").file.toByteArray();
    }

    static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
