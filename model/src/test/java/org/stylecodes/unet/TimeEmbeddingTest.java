package org.stylecodes.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.MetaDevice;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class TimeEmbeddingTest {
    private static final UNetConfig CONFIG = config("tiny-unet-scale-shift/config.json");

    @Test
    void timestepsOnTheCpuAreEmbeddedOnTheDeviceOfTheWeights() {
        Scope.run(() -> {
            Tensor times = Tensors.of(new float[] {1, 501}, 2);
            Tensor pooled = MetaDevice.tensor(2, CONFIG.pooledWidth());
            assertTrue(TimeEmbedding.of(MetaDevice.weights(), CONFIG)
                    .forward(times, pooled)
                    .is_meta());
        });
    }

    @Test
    void timestepsAreEmbeddedInTheTypeOfTheWeights() {
        Weights half = Weights.of(new Weights.Source() {
            @Override
            public Tensor tensor(String name, Init init, long... shape) {
                return Tensors.of(new float[(int) LongStream.of(shape).reduce(1, Math::multiplyExact)], shape)
                        .to(ScalarType.BFloat16);
            }

            @Override
            public boolean has(String name) {
                return true;
            }
        });
        Scope.run(() -> {
            Tensor pooled = Tensors.of(new float[CONFIG.pooledWidth()], 1, CONFIG.pooledWidth());
            Tensor embedded = TimeEmbedding.of(half, CONFIG)
                    .forward(Tensors.of(new float[] {501}, 1), pooled.to(ScalarType.BFloat16));
            assertEquals(ScalarType.BFloat16, embedded.scalar_type().intern());
        });
    }

    private static UNetConfig config(String file) {
        return UNetConfig.of(Config.of(file, Golden.json(file)));
    }
}
