package org.stylecodes.train.illustration.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistanceTest {
    private static final int SIDE = 24;

    @Test
    void equalsTheNearestPixelFoundByTrying() {
        SplittableRandom random = new SplittableRandom(4);
        float[] mask = new float[SIDE * SIDE];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(30) == 0 ? 1 : .2f;
        }
        float[] outside = Distance.outside(mask, SIDE);
        for (int i = 0; i < mask.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < mask.length; j++) {
                if (mask[j] >= .5f) {
                    nearest = Math.min(nearest, Math.hypot(i % SIDE - j % SIDE, i / SIDE - j / SIDE));
                }
            }
            assertEquals(nearest, outside[i], 1e-4);
        }
    }

    @Test
    void insideIsZeroOutside() {
        float[] mask = new float[SIDE * SIDE];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % SIDE < 10 ? 1 : 0;
        }
        float[] inside = Distance.inside(mask, SIDE);
        assertEquals(0, inside[5 * SIDE + 10]);
        assertEquals(1, inside[5 * SIDE + 9]);
        assertEquals(7, inside[5 * SIDE + 3]);
    }
}
