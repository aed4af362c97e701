package org.stylecodes.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.stylecodes.image.format.Bytes;

/** Ways to damage a file, drawn by a seeded generator. */
enum Mutation {
    CUT {
        @Override
        byte[] apply(byte[] file, RandomGenerator random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    CHANGE_BYTES {
        @Override
        byte[] apply(byte[] file, RandomGenerator random) {
            byte[] damaged = file.clone();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                damaged[place(file, random)] = (byte) random.nextInt();
            }
            return damaged;
        }
    },
    EXTREME_NUMBER {
        @Override
        byte[] apply(byte[] file, RandomGenerator random) {
            byte[] damaged = file.clone();
            int at = place(file, random);
            int end = Math.min(file.length, at + 1 + random.nextInt(4));
            Arrays.fill(damaged, at, end, (byte) (random.nextBoolean() ? 0 : random.nextBoolean() ? 0xFF : 0x7F));
            return damaged;
        }
    },
    REMOVE {
        @Override
        byte[] apply(byte[] file, RandomGenerator random) {
            int from = place(file, random);
            int to = Math.min(file.length, from + 1 + random.nextInt(64));
            byte[] damaged = Arrays.copyOf(file, file.length - (to - from));
            System.arraycopy(file, to, damaged, from, file.length - to);
            return damaged;
        }
    },
    REPEAT {
        @Override
        byte[] apply(byte[] file, RandomGenerator random) {
            int from = place(file, random);
            int length = Math.min(file.length - from, 1 + random.nextInt(64));
            byte[] damaged = Arrays.copyOf(file, file.length + length);
            System.arraycopy(file, from, damaged, from + length, file.length - from);
            return damaged;
        }
    };

    abstract byte[] apply(byte[] file, RandomGenerator random);

    /** Half of the damage goes to the headers. */
    static int place(byte[] file, RandomGenerator random) {
        return random.nextInt(random.nextBoolean() ? Math.min(64, file.length) : file.length);
    }

    /** Corrects the checksums of a PNG file, so that the decoder gets to see the damage. */
    static byte[] withCheckSums(byte[] png) {
        int at = 8;
        while (at <= png.length - 12) {
            int length = Bytes.bigEndian(png, at);
            if (length < 0 || length > png.length - 12 - at) {
                break;
            }
            CRC32 sum = new CRC32();
            sum.update(png, at + 4, length + 4);
            Bytes.putBigEndian(png, at + 8 + length, (int) sum.getValue());
            at += 12 + length;
        }
        return png;
    }
}
