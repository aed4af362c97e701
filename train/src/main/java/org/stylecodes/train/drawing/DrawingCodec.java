package org.stylecodes.train.drawing;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses the pixels of one drawing: each channel predicted from its neighbours, then deflated. Thread-safe. */
final class DrawingCodec {
    private DrawingCodec() {}

    static byte[] encode(int[] argb, int side) {
        byte[] planes = new byte[4 * argb.length];
        for (int channel = 0; channel < 4; channel++) {
            for (int i = 0; i < argb.length; i++) {
                int value = argb[i] >>> (24 - 8 * channel) & 0xff;
                planes[channel * argb.length + i] = (byte) (value - predicted(argb, i, side, channel));
            }
        }
        Deflater deflater = new Deflater(9);
        deflater.setInput(planes);
        deflater.finish();
        byte[] out = new byte[planes.length + 1024];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    static int[] decode(byte[] data, int offset, int length, int side) throws DataFormatException {
        int[] argb = new int[side * side];
        byte[] planes = new byte[4 * argb.length];
        Inflater inflater = new Inflater();
        inflater.setInput(data, offset, length);
        int got = inflater.inflate(planes);
        inflater.end();
        if (got != planes.length) {
            throw new DataFormatException("short");
        }
        for (int channel = 0; channel < 4; channel++) {
            for (int i = 0; i < argb.length; i++) {
                int value = planes[channel * argb.length + i] + predicted(argb, i, side, channel) & 0xff;
                argb[i] |= value << (24 - 8 * channel);
            }
        }
        return argb;
    }

    private static int predicted(int[] argb, int i, int side, int channel) {
        int shift = 24 - 8 * channel;
        int x = i % side;
        int left = x > 0 ? argb[i - 1] >>> shift & 0xff : 0;
        int up = i >= side ? argb[i - side] >>> shift & 0xff : 0;
        int corner = x > 0 && i >= side ? argb[i - side - 1] >>> shift & 0xff : 0;
        int sum = left + up - corner;
        int byLeft = Math.abs(sum - left);
        int byUp = Math.abs(sum - up);
        int byCorner = Math.abs(sum - corner);
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }
}
