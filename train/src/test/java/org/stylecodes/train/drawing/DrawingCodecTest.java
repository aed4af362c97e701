package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingCodecTest {
    private static final int SIDE = 48;

    @Test
    void coloursAndOpacityLevelsComeBackExactly() {
        Random random = new Random(3);
        int[] noise = new int[SIDE * SIDE];
        for (int i = 0; i < noise.length; i++) {
            int level = random.nextInt(64);
            noise[i] = level == 0 ? 0 : (level * 255 + 31) / 63 << 24 | random.nextInt(1 << 24);
            if (level < 63) { // the fainter a pixel, the less its colour is kept
                noise[i] &= 0xff000000;
            }
        }
        assertArrayEquals(noise, roundTrip(noise, 0));
    }

    @Test
    void gradientsComeBackExactly() {
        assertArrayEquals(gradient(), roundTrip(gradient(), 0));
    }

    @Test
    void channelsStayWithinTheTolerance() {
        Random random = new Random(5);
        int[] before = gradient();
        for (int i = 0; i < before.length; i++) {
            before[i] ^= random.nextInt(4) << 16 | random.nextInt(4) << 8 | random.nextInt(4);
        }
        int[] after = roundTrip(before, 2);
        int worst = 0;
        for (int i = 0; i < before.length; i++) {
            for (int shift = 0; shift <= 24; shift += 8) {
                worst = Math.max(worst, Math.abs((before[i] >>> shift & 0xff) - (after[i] >>> shift & 0xff)));
            }
        }
        assertTrue(worst <= 2, "worst " + worst);
        assertTrue(size(before, 2) < size(before, 0), "a tolerance makes it smaller");
    }

    @Test
    void flatShapesAreSmall() {
        int[] disc = new int[SIDE * SIDE];
        for (int i = 0; i < disc.length; i++) {
            double distance = Math.hypot(i % SIDE - 24, i / SIDE - 24);
            disc[i] = distance < 20 ? distance < 10 ? 0xffcc2211 : 0xff2244ee : 0;
        }
        assertArrayEquals(disc, roundTrip(disc, 0));
        assertTrue(size(disc, 0) < 220, "bytes: " + size(disc, 0));
    }

    private static int[] gradient() {
        int[] argb = new int[SIDE * SIDE];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            argb[i] = 0xff000000 | 5 * x << 16 | (2 * x + 3 * y) << 8 | 255 - 5 * y;
        }
        return argb;
    }

    private static int size(int[] argb, int tolerance) {
        return DrawingCodec.encode(argb.clone(), SIDE, tolerance).length;
    }

    private static int[] roundTrip(int[] argb, int tolerance) {
        byte[] data = DrawingCodec.encode(argb.clone(), SIDE, tolerance);
        return DrawingCodec.decode(data, 0, data.length, SIDE, tolerance);
    }
}
