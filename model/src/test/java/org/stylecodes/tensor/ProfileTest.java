package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void countsTheOperationsOfAStridedConvolution() {
        // 5x5 outputs, each of 3 * 3 * 2 multiplications and additions, for 4 channels and 2 pictures
        assertEquals(2.0 * 2 * 5 * 5 * 4 * 2 * 9, operations(Profile.Kind.CONVOLUTION, () -> {
            new Conv2d(torch.ones(4, 2, 3, 3), null, 2, 1).forward(torch.ones(2, 2, 10, 10));
        }));
    }

    @Test
    void countsALargeLinearLayerAsMatrixProductOnly() {
        Runnable layer = () -> new Linear(torch.ones(512, 256), null).forward(torch.ones(1, 128, 256));
        assertEquals(2.0 * 128 * 256 * 512, operations(Profile.Kind.MATRIX_PRODUCT, layer));
        assertEquals(0, operations(Profile.Kind.CONVOLUTION, layer));
    }

    @Test
    void countsBothProductsOfAttention() {
        assertEquals(2 * 2.0 * 6 * 10 * 8, operations(Profile.Kind.ATTENTION, () -> {
            Layers.attention(torch.ones(1, 6, 8), torch.ones(1, 10, 8), torch.ones(1, 10, 8), 2, false);
        }));
    }

    private static double operations(Profile.Kind kind, Runnable layer) {
        return Scope.get(() -> {
            try (Profile profile = Profile.start()) {
                layer.run();
                Map<Profile.Kind, Profile.Total> totals = profile.totals();
                return totals.get(kind).operations();
            }
        });
    }
}
