package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class SlabTest {
    private static final long[] KERNEL = {256, 256, 3, 3};

    @Test
    void tensorsDoNotOverlap() {
        Scope.run(() -> {
            Slab slab = Slab.of(ScalarType.Float, List.of(new long[] {3}, new long[] {2, 2}));
            Tensor first = slab.cut(3).fill_(new Scalar(1f));
            Tensor second = slab.cut(2, 2).fill_(new Scalar(2f));
            assertArrayEquals(new float[] {1, 1, 1}, Tensors.floats(first));
            assertArrayEquals(new float[] {2, 2, 2, 2}, Tensors.floats(second));
        });
    }

    @Test
    void aLargeKernelIsInChannelsLastOrder() {
        Scope.run(() -> {
            Tensor kernel =
                    Slab.of(ScalarType.BFloat16, List.<long[]>of(KERNEL)).cut(KERNEL);
            assertTrue(kernel.is_contiguous(MemoryFormat.ChannelsLast));
            assertArrayEquals(KERNEL, Tensors.shape(kernel));
        });
    }

    @Test
    void aTensorOutlivesTheScopeOfTheSlab() {
        Tensor kept = Scope.own(() -> {
            Tensor cut = Slab.of(ScalarType.Float, List.<long[]>of(KERNEL)).cut(KERNEL);
            return cut.fill_(new Scalar(7f));
        });
        try (kept) {
            assertEquals(7.0, Scope.get(() -> kept.mean().item_double()));
        }
    }
}
