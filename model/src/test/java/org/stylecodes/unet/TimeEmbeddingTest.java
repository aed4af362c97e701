package org.stylecodes.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Golden;
import org.stylecodes.MetaDevice;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Noise;
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

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0})
    void aCodeAddsItsTwoLayersTimesTheStrength(double strength) {
        UNetConfig config = readingCodes();
        Scope.run(() -> {
            Map<String, Tensor> weights = new TreeMap<>();
            Noise noise = Noise.of(3);
            TimeEmbedding time = TimeEmbedding.of(Weights.fresh(weights, noise.generator()), config);
            Tensor embedding = noise.normal(2, config.timeWidth());
            Tensor values = noise.normal(2, 3);
            float[] expected = Tensors.floats(embedding);
            float[] code = Tensors.floats(values);
            for (int row = 0; row < 2; row++) {
                float[] hidden = linear(weights, "linear_1", Arrays.copyOfRange(code, 3 * row, 3 * row + 3));
                for (int i = 0; i < hidden.length; i++) {
                    hidden[i] = (float) (hidden[i] / (1 + Math.exp(-hidden[i]))); // SiLU
                }
                float[] added = linear(weights, "linear_2", hidden);
                for (int i = 0; i < added.length; i++) {
                    expected[row * added.length + i] += (float) (strength * added[i]);
                }
            }
            Golden.assertClose(expected, Tensors.floats(time.withCode(embedding, values, strength)), 1e-6);
        });
    }

    @Test
    void oneCodeServesAWholeBatch() {
        Scope.run(() -> {
            Noise noise = Noise.of(3);
            TimeEmbedding time = TimeEmbedding.of(Weights.fresh(new TreeMap<>(), noise.generator()), readingCodes());
            Tensor embedding = noise.normal(2, CONFIG.timeWidth());
            Tensor values = noise.normal(1, 3);
            Golden.assertClose(
                    time.withCode(embedding, values.expand(2, 3), 0.7), time.withCode(embedding, values, 0.7), 1e-6);
        });
    }

    private static UNetConfig readingCodes() {
        String file = "tiny-unet-scale-shift/config.json";
        return UNetConfig.of(Config.of(file, ((ObjectNode) Golden.json(file)).put("style_code_dim", 3)));
    }

    private static float[] linear(Map<String, Tensor> weights, String layer, float[] x) {
        float[] weight = Tensors.floats(weights.get("style_embedding." + layer + ".weight"));
        float[] result = Tensors.floats(weights.get("style_embedding." + layer + ".bias"));
        for (int row = 0; row < result.length; row++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += (double) weight[row * x.length + i] * x[i];
            }
            result[row] += (float) sum;
        }
        return result;
    }

    private static UNetConfig config(String file) {
        return UNetConfig.of(Config.of(file, Golden.json(file)));
    }
}
