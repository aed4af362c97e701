package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/** Compares the gradients of weights that are rounded once to those of weights that are rounded for every use. */
class AutocastTest {
    private static final Autocast BFLOAT16 = new Autocast(Device.CPU, Precision.BFLOAT16);
    private static final Autocast FLOAT32 = new Autocast(Device.CPU, Precision.FLOAT32);
    private static final UNetConfig CONFIG = new UNetConfig(
            4,
            4,
            4,
            List.of(new UNetConfig.Level(8, 1, false, false, 2, 1), new UNetConfig.Level(16, 1, true, true, 2, 1)),
            4,
            1e-5,
            8,
            8,
            0,
            32,
            true,
            0,
            true,
            true);

    // The gradients of a weight's uses are added up in bfloat16 if it is rounded once, and in float32 otherwise.
    private static final double ROUNDING = 0.02;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyWeightGetsTheGradientThatItGetsIfItIsRoundedForEveryUse(boolean checkpointing) {
        assertSame(gradients(checkpointing, false), gradients(checkpointing, true));
    }

    @Test
    void replicasThatRunSideBySideGetTheGradientsOfOneAlone() {
        try (Replicas replicas = new Replicas(2)) {
            Map<String, float[]> alone = replicas.each(
                            replica -> replica == 0 ? gradients(true, true) : Map.<String, float[]>of())
                    .get(0);
            for (int i = 0; i < 5; i++) {
                replicas.each(replica -> gradients(true, true))
                        .forEach(beside ->
                                alone.forEach((name, gradient) -> assertArrayEquals(gradient, beside.get(name), name)));
            }
        }
    }

    @Test
    void aWeightIsRoundedOnceInAPassAndAgainInTheNext() {
        Scope.run(() -> {
            Linear layer = new Linear(torch.ones(4, 4).set_requires_grad(true), null);
            Tensor x = torch.ones(1, 4);
            BFLOAT16.run(() -> {
                float[] once = Tensors.floats(layer.forward(x));
                doubled(layer.weight());
                assertArrayEquals(once, Tensors.floats(layer.forward(x)));
                return once;
            });
            assertArrayEquals(new float[] {8, 8, 8, 8}, BFLOAT16.run(() -> Tensors.floats(layer.forward(x))));
        });
    }

    private static void doubled(Tensor weight) {
        try (NoGradGuard guard = new NoGradGuard()) {
            weight.add_(weight);
        }
    }

    // By weight. The network runs twice with the same weights, the second time without segments.
    private static Map<String, float[]> gradients(boolean checkpointing, boolean kept) {
        Map<String, Tensor> initial = Stage.fresh(1, weights -> UNet.of(CONFIG, weights));
        try (Parameters weights = Parameters.copyOf(initial, tensor -> tensor);
                Parameters gradients = weights.zeros();
                GradientCheckpointing parts = new GradientCheckpointing(kept ? BFLOAT16 : FLOAT32)) {
            SegmentRunner segments = checkpointing ? parts : SegmentRunner.ONCE;
            UNet network = UNet.of(CONFIG, weights.trainable(gradients));
            Scope.run(() -> {
                Tensor loss = kept
                        ? BFLOAT16.run(() -> loss(network, segments))
                        : libraryAutocast(() -> loss(
                                network,
                                (part, inputs) ->
                                        segments.run(given -> libraryAutocast(() -> part.apply(given)), inputs)));
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
            // Rounded kernels are in channels-last order, and another order of the maps would round differently.
            Tensor latents = noise.normal(2, 4, 4, 4).contiguous(MemoryFormat.ChannelsLast);
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

    // LibTorch rounds every weight whenever it is used.
    private static <T> T libraryAutocast(Supplier<T> body) {
        boolean enabled = torch.is_autocast_enabled(DeviceType.CPU);
        torch.set_autocast_cache_enabled(false);
        torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        torch.set_autocast_enabled(DeviceType.CPU, true);
        try {
            return body.get();
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, enabled);
            torch.set_autocast_cache_enabled(true);
        }
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        AtomicInteger used = new AtomicInteger();
        expected.forEach((name, gradient) -> {
            double size = norm(gradient, new float[gradient.length]);
            assertTrue(size > 0, name + " has no gradient even if it is rounded for every use");
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
