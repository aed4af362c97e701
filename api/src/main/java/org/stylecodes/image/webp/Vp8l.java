package org.stylecodes.image.webp;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.stylecodes.image.format.Bytes;
import org.stylecodes.image.format.ImageFormat;
import org.stylecodes.image.format.PluginReader;

/** Lossless WebP streams: their header, and decoding them through ImageIO. */
final class Vp8l {
    private static final int MARK = 0x2F;
    private static final int SIZE_BITS = 14;

    private Vp8l() {}

    static int width(WebpChunk image) throws IOException {
        return size(image, 0);
    }

    static int height(WebpChunk image) throws IOException {
        return size(image, SIZE_BITS);
    }

    private static int size(WebpChunk image, int shift) throws IOException {
        image.requireLength(5);
        return 1 + (Bytes.littleEndian(image.file(), image.start() + 1) >>> shift & (1 << SIZE_BITS) - 1);
    }

    /** Adds the header of a picture to a stream that the format stores without a header. */
    static byte[] withHeader(byte[] stream, int from, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(MARK);
        writeInt(out, width - 1 | height - 1 << SIZE_BITS);
        out.write(stream, from, stream.length - from);
        return out.toByteArray();
    }

    static BufferedImage image(byte[] stream) throws IOException {
        int padding = stream.length & 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
        writeInt(out, 4 + 8 + stream.length + padding);
        out.writeBytes("WEBPVP8L".getBytes(StandardCharsets.US_ASCII));
        writeInt(out, stream.length);
        out.writeBytes(stream);
        out.writeBytes(new byte[padding]);
        try (PluginReader reader = new PluginReader(ImageFormat.WEBP, out.toByteArray())) {
            return reader.image();
        }
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >> shift);
        }
    }
}
