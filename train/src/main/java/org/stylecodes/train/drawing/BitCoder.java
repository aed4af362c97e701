package org.stylecodes.train.drawing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * An adaptive binary arithmetic coder. Each bit belongs to a context, whose probability follows the bits that were coded in it. The
 * coder that writes and the coder that reads are driven by the same calls, so a format is described once for both. Not thread-safe.
 */
abstract class BitCoder {
    private static final int MOST = 250; // bits after which a probability stops slowing down

    // The probability of a one, as a fraction of 65536, and how many bits it stands for.
    private final float[] ones;
    private final short[] seen;

    private BitCoder(int contexts) {
        ones = new float[contexts];
        seen = new short[contexts];
        Arrays.fill(ones, 32768);
    }

    /** Codes a bit in a context. Returns the bit: the given one when writing, the one that was written when reading. */
    final int bit(int context, int bit) {
        int one = Math.max(64, Math.min(65472, (int) ones[context]));
        int coded = code(one, bit);
        ones[context] += ((coded == 1 ? 65535 : 0) - ones[context]) / (seen[context] + 1.6f);
        if (seen[context] < MOST) {
            seen[context]++;
        }
        return coded;
    }

    abstract int code(int one, int bit);

    /** A coder that writes bits of contexts from 0 to {@code contexts - 1}. */
    static Writer writer(int contexts) {
        return new Writer(contexts);
    }

    /** A coder that reads what a writer with the same contexts wrote. Bits beyond the end are zero. */
    static BitCoder reader(int contexts, byte[] data, int offset, int length) {
        return new Reader(contexts, data, offset, length);
    }

    /** Writes bits. */
    static final class Writer extends BitCoder {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long low;
        private long high = 0xffffffffL;

        private Writer(int contexts) {
            super(contexts);
        }

        @Override
        int code(int one, int bit) {
            long middle = low + ((high - low) * one >>> 16);
            if (bit == 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
            while (((low ^ high) & 0xff000000L) == 0) {
                out.write((int) (high >>> 24));
                low = low << 8 & 0xffffffffL;
                high = high << 8 & 0xffffffffL | 0xff;
            }
            return bit;
        }

        /** Ends the stream and returns its bytes. */
        byte[] finish() {
            // One byte tells the interval, as a reader continues it with zeros: the lowest multiple of 2^24 within.
            out.write((int) (low + 0xffffffL >>> 24));
            byte[] bytes = out.toByteArray();
            int length = bytes.length;
            while (length > 1 && bytes[length - 1] == 0) {
                length--;
            }
            return Arrays.copyOf(bytes, length);
        }
    }

    private static final class Reader extends BitCoder {
        private final byte[] data;
        private final int end;
        private int next;
        private long low;
        private long high = 0xffffffffL;
        private long value;

        private Reader(int contexts, byte[] data, int offset, int length) {
            super(contexts);
            this.data = data;
            next = offset;
            end = offset + length;
            for (int i = 0; i < 4; i++) {
                value = value << 8 | read();
            }
        }

        private int read() {
            return next < end ? data[next++] & 0xff : 0;
        }

        @Override
        int code(int one, int bit) {
            long middle = low + ((high - low) * one >>> 16);
            int coded = value <= middle ? 1 : 0;
            if (coded == 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
            while (((low ^ high) & 0xff000000L) == 0) {
                low = low << 8 & 0xffffffffL;
                high = high << 8 & 0xffffffffL | 0xff;
                value = value << 8 & 0xffffffffL | read();
            }
            return coded;
        }
    }
}
