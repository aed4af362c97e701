package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.stylecodes.Golden;

/** The numbers that PyTorch's CPU generator draws, by seed and shape. */
class NoiseGoldenTest {
    @TestFactory
    Stream<DynamicTest> drawsWhatPyTorchDraws() {
        return Golden.json("cases/noise.json").properties().stream()
                .map(drawn -> dynamicTest(drawn.getKey(), () -> check(drawn)));
    }

    private static void check(Map.Entry<String, JsonNode> drawn) {
        String[] seedAndShape = drawn.getKey().split(":");
        long[] shape = Arrays.stream(seedAndShape[1].split("x"))
                .mapToLong(Long::parseLong)
                .toArray();
        float[] numbers = Scope.get(() -> {
            try (Noise noise = Noise.of(Long.parseLong(seedAndShape[0]))) {
                return Tensors.floats(noise.normal(shape));
            }
        });
        JsonNode first = drawn.getValue().get("first");
        double sum = 0;
        double absolute = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (i < first.size()) {
                assertEquals((float) first.get(i).doubleValue(), numbers[i]);
            }
            sum += numbers[i];
            absolute += Math.abs(numbers[i]);
        }
        assertEquals(drawn.getValue().get("sum").doubleValue(), sum, 1e-9);
        assertEquals(drawn.getValue().get("abs_sum").doubleValue(), absolute, 1e-9);
    }
}
