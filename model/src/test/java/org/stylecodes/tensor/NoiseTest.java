package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void drawsWhatPyTorchDrawsForSeedZero() {
        float[] drawn = Scope.get(() -> {
            try (Noise noise = Noise.of(0)) {
                return Tensors.floats(noise.normal(16));
            }
        });
        assertArrayEquals(new float[] {-1.1258398f, -1.1523602f, -0.25057858f, -0.4338788f}, Arrays.copyOf(drawn, 4));
    }
}
