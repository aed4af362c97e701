package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/** Compares gradients that were computed with LibTorch's cache of rounded weights to those without it. */
class AutocastTest {
    private static final Autocast BFLOAT16 = new Autocast(Device.CPU, Precision.BFLOAT16);
    private static final UNetConfig CONFIG = new UNetConfig(
            4,
            4,
            4,
            List.of(new UNetConfig.Level(8, 1, false, false, 2, 1), new UNetConfig.Level(16, 1, true, true, 2, 1)),
            4,
            1e-5,
            8,
            8,
            32,
            true,
            0,
            true,
            true);

    // The gradients of a weight's uses are added up in bfloat16 with the cache, and in float32 without it.
    private static final double ROUNDING = 0.02;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyWeightGetsTheGradientThatItGetsWithoutTheCache(boolean checkpointing) {
        assertSame(gradients(checkpointing, false), gradients(checkpointing, true));
    }

    @Test
    void replicasThatRunSideBySideGetTheGradientsOfOneAlone() {
        Map<String, float[]> alone = gradients(true, true);
        try (Replicas replicas = new Replicas(2)) {
            for (int i = 0; i < 5; i++) {
                replicas.each(replica -> gradients(true, true)).forEach(beside -> assertSame(alone, beside));
            }
        }
    }

    @Test
    void aWeightIsRoundedOnceInAPassAndAgainInTheNext() {
        Scope.run(() -> {
            Tensor weight = torch.ones(4, 4).set_requires_grad(true);
            Tensor x = torch.ones(1, 4);
            Supplier<Tensor> product = () -> torch.linear(x, weight);
            Tensor first = BFLOAT16.run(() -> {
                Tensor once = product.get();
                change(weight);
                assertTrue(torch.equal(once, product.get()));
                return once;
            });
            assertTrue(torch.equal(
                    first.mul(Tensors.of(new float[] {2}, 1)),
                    BFLOAT16.run(product).to(first.scalar_type())));
        });
    }

    private static void change(Tensor weight) {
        Autocast.withoutGradients(() -> weight.add_(weight));
    }

    // By weight. The network runs twice with the same weights, the second time without segments.
    private static Map<String, float[]> gradients(boolean checkpointing, boolean cached) {
        Map<String, Tensor> initial = Stage.fresh(1, weights -> UNet.of(CONFIG, weights));
        try (Parameters weights = Parameters.copyOf(initial, tensor -> tensor);
                Parameters gradients = weights.zeros();
                GradientCheckpointing parts = new GradientCheckpointing(BFLOAT16)) {
            SegmentRunner segments = checkpointing ? parts : SegmentRunner.ONCE;
            UNet network = UNet.of(CONFIG, weights.trainable(gradients));
            Scope.run(() -> {
                Tensor loss = BFLOAT16.run(() -> with(cached, () -> loss(network, caching(segments, cached))));
                loss.backward();
                parts.backward();
            });
            Map<String, float[]> result = new TreeMap<>();
            Scope.run(() -> gradients.views().forEach((name, view) -> result.put(name, Tensors.floats(view))));
            return result;
        } finally {
            initial.values().forEach(Tensor::close);
        }
    }

    private static Tensor loss(UNet network, SegmentRunner segments) {
        try (Noise noise = Noise.of(2)) {
            Tensor latents = noise.normal(2, 4, 4, 4);
            Tensor times = Tensors.of(new float[] {100, 700}, 2);
            Context text = Context.of(noise.normal(2, 3, 8));
            Tensor pooled = noise.normal(2, 8);
            Tensor first = network.forward(latents, times, text, pooled, segments);
            return network.forward(first, times, text, pooled)
                    .sub(latents)
                    .square()
                    .mean();
        }
    }

    private static SegmentRunner caching(SegmentRunner segments, boolean cached) {
        return cached
                ? segments
                : (part, inputs) -> segments.run(given -> with(false, () -> part.apply(given)), inputs);
    }

    private static <T> T with(boolean cached, Supplier<T> body) {
        boolean before = torch.is_autocast_cache_enabled();
        torch.set_autocast_cache_enabled(cached);
        try {
            return body.get();
        } finally {
            torch.set_autocast_cache_enabled(before);
        }
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        AtomicInteger used = new AtomicInteger();
        expected.forEach((name, gradient) -> {
            double size = norm(gradient, new float[gradient.length]);
            assertTrue(size > 0, name + " has no gradient even without the cache");
            double difference = norm(gradient, actual.get(name));
            assertTrue(difference <= ROUNDING * size, name + " differs by " + difference + " of " + size);
            used.incrementAndGet();
        });
        assertTrue(used.get() > 50, used + " weights");
    }

    private static double norm(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
