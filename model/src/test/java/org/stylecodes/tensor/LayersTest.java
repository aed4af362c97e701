package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void aMapOfTokensHasItsChannelsFirst() {
        Scope.run(() -> {
            Tensor tokens = Tensors.of(new float[] {1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60}, 1, 6, 2);
            Tensor map = Layers.map(tokens, 2, 3);
            assertArrayEquals(new long[] {1, 2, 2, 3}, Tensors.shape(map));
            assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}, Tensors.floats(map));
        });
    }

    @Test
    void aMapOfTokensIsAViewInChannelsLastOrder() {
        Scope.run(() -> {
            Tensor tokens = Tensors.of(new float[2 * 6 * 4], 2, 6, 4);
            Tensor map = Layers.map(tokens, 2, 3);
            assertTrue(map.is_contiguous(MemoryFormat.ChannelsLast));
            assertEquals(tokens.data_ptr(), map.data_ptr());
        });
    }
}
