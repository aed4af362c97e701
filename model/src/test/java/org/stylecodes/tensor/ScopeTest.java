package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** The tests rely on JavaCPP, which sets the address of a freed object to null. */
class ScopeTest {
    @Test
    void objectsMadeInAScopeEndWithIt() {
        List<Tensor> made = new ArrayList<>();
        Scope.run(() -> made.add(ones()));
        assertTrue(made.get(0).isNull());
    }

    @Test
    void theResultOfAScopePassesToTheEnclosingScope() {
        List<Tensor> made = new ArrayList<>();
        Scope.run(() -> {
            made.add(Scope.of(ScopeTest::ones));
            assertArrayEquals(new float[] {1, 1}, Tensors.floats(made.get(0)));
        });
        assertTrue(made.get(0).isNull());
    }

    @Test
    void theResultOfAScopeOutlivesWhatItWasMadeOf() {
        Scope.run(() -> {
            List<Tensor> made = new ArrayList<>();
            Tensor sum = Scope.of(() -> {
                made.add(ones());
                return made.get(0).add(made.get(0));
            });
            assertTrue(made.get(0).isNull());
            assertArrayEquals(new float[] {2, 2}, Tensors.floats(sum));
        });
    }

    @Test
    void theCallerClosesTheResultOfTheOutermostScope() {
        Tensor tensor = Scope.of(ScopeTest::ones);
        assertFalse(tensor.isNull());
        tensor.close();
        assertTrue(tensor.isNull());
    }

    @Test
    void theCallerClosesTheResultOfNestedScopes() {
        Tensor tensor = Scope.of(() -> Scope.of(() -> Scope.inference(ScopeTest::ones)));
        tensor.close();
        assertTrue(tensor.isNull());
    }

    @Test
    void anOwnedTensorOutlivesTheEnclosingScopes() {
        Tensor tensor = Scope.get(() -> Scope.get(() -> Scope.own(ScopeTest::ones)));
        assertArrayEquals(new float[] {1, 1}, Scope.get(() -> Tensors.floats(tensor)));
        tensor.close();
    }

    @Test
    void anOwnedTensorIsFreedWhenItsOwnerClosesIt() {
        Scope.run(() -> {
            Tensor tensor = Scope.own(() -> Scope.of(ScopeTest::ones));
            assertEquals(1, tensor.referenceCount());
            tensor.close();
            assertTrue(tensor.isNull());
        });
    }

    @Test
    void aBodyThatFailsLeavesNothing() {
        List<Tensor> made = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> Scope.own(() -> {
                    made.add(ones());
                    throw new IllegalStateException();
                }));
        assertTrue(made.get(0).isNull());
    }

    @Test
    void storageLivesAsLongAsAViewOfIt() {
        Scope.run(() -> {
            Tensor whole = Scope.own(ScopeTest::ones);
            Tensor part = whole.narrow(0, 1, 1);
            whole.close();
            assertArrayEquals(new float[] {1}, Tensors.floats(part));
        });
    }

    @Test
    void noiseEndsWhenItIsClosed() {
        Noise noise = Noise.of(1);
        noise.close();
        assertTrue(noise.generator().isNull());
    }

    @Test
    void layersDoNotOwnTheirWeights() {
        Map<String, Tensor> made = new HashMap<>();
        try (Noise noise = Noise.of(1)) {
            Weights weights = Weights.fresh(made, noise.generator());
            Scope.run(() -> {
                Tensor x = Tensors.of(new float[16], 1, 4, 2, 2);
                GroupNorm.of(weights.at("group"), 4, 2, 1e-5)
                        .forward(Conv2d.of(weights.at("convolution"), 4, 4, 1).forward(x));
                Linear linear = Linear.of(weights.at("linear"), 4, 4);
                LayerNorm.of(weights.at("layer"), 4, 1e-5).forward(linear.forward(x.view(4, 4)));
            });
        }
        assertEquals(8, made.size());
        made.forEach((name, tensor) -> assertEquals(1, tensor.use_count(), name));
        made.values().forEach(Tensor::close);
    }

    private static Tensor ones() {
        return Tensors.of(new float[] {1, 1}, 2);
    }
}
