package org.stylecodes.train.illustration.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {
    private static final int SIDE = 64;

    @ParameterizedTest
    @ValueSource(floats = {.7f, 1.5f, 4})
    void spreadsAPointToItsDeviationInBothDirections(float deviation) {
        float[] plane = new float[SIDE * SIDE];
        plane[32 * SIDE + 30] = 1;
        float[] blurred = Blur.of(plane, SIDE, deviation);
        double sum = 0;
        double across = 0;
        double down = 0;
        for (int i = 0; i < blurred.length; i++) {
            sum += blurred[i];
            across += blurred[i] * (i % SIDE - 30) * (i % SIDE - 30);
            down += blurred[i] * (i / SIDE - 32) * (i / SIDE - 32);
        }
        assertEquals(1, sum, 1e-4);
        assertEquals(deviation, Math.sqrt(across), .12 * deviation);
        assertEquals(across, down, 1e-3);
    }

    @ParameterizedTest
    @ValueSource(floats = {.1f, 2.3f, 20})
    void leavesAnEvenPlaneAsItIs(float deviation) {
        float[] plane = new float[SIDE * SIDE];
        Arrays.fill(plane, .25f);
        assertArrayEquals(plane, Blur.of(plane, SIDE, deviation), 1e-4f);
    }
}
