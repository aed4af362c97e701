package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Placement;

class WeightsPlacementTest {
    @Test
    void weightsInPlaceAreNotCopied() {
        Scope.run(() -> {
            Tensor stored = Tensors.of(new float[] {1, 2}, 2);
            Weights weights = Weights.of("a file", Map.of("x", stored), Placement.CPU, new HashMap<>());
            assertSame(stored, weights.tensor("x", Init.ZEROS, 2));
        });
    }

    @Test
    void weightsOfHalfPrecisionAreConvertedToFloat32OnceOnTheCpu() {
        Scope.run(() -> {
            Tensor stored = Tensors.of(new float[] {1, 2}, 2).to(ScalarType.BFloat16);
            Map<String, Tensor> converted = new HashMap<>();
            Weights weights = Weights.of("a file", Map.of("x", stored), Placement.CPU, converted);
            Tensor first = weights.tensor("x", Init.ZEROS, 2);
            assertEquals(ScalarType.Float, first.scalar_type().intern());
            assertSame(first, weights.tensor("x", Init.ZEROS, 2));
            assertSame(first, converted.get("x"));
            first.close();
        });
    }
}
