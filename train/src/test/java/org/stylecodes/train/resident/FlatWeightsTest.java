package org.stylecodes.train.resident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

class FlatWeightsTest {
    private static final double RATE = 0.1;

    @Test
    void theFirstStepIsThatOfAdamW() {
        // With one step taken, both moments are the gradient's after their correction: the step has the length of the
        // rate.
        double gradient = 0.25;
        double decayed = 2 * (1 - RATE * 0.01);
        double expected = decayed - RATE * gradient / (Math.sqrt(gradient * gradient) + 1e-8);
        try (FlatWeights weights = weights(Map.of("a", new float[] {2}))) {
            descend(weights, "a", gradient, 1);
            assertEquals(expected, averaged(weights, "a")[0], 1e-6);
        }
    }

    @Test
    void theSecondStepUsesBothMoments() {
        // Moments after gradients g and h: (0.9 * 0.1 g + 0.1 h) / (1 - 0.81) and the same with 0.99 of the squares.
        double g = 0.25;
        double h = -0.5;
        double first = 2 * (1 - RATE * 0.01) - RATE;
        double mean = (0.9 * 0.1 * g + 0.1 * h) / (1 - 0.9 * 0.9);
        double square = (0.99 * 0.01 * g * g + 0.01 * h * h) / (1 - 0.99 * 0.99);
        double second = first * (1 - RATE * 0.01) - RATE * mean / (Math.sqrt(square) + 1e-8);
        try (FlatWeights weights = weights(Map.of("a", new float[] {2}))) {
            Weights trainable = weights.trainable();
            Tensor a = trainable.tensor("a", Init.ZEROS, 1);
            backward(a, g);
            weights.step(RATE, 0);
            backward(a, h);
            weights.step(RATE, 0);
            assertEquals(second, averaged(weights, "a")[0], 1e-5);
        }
    }

    @Test
    void aLongGradientIsClippedToTheLengthOne() {
        // AdamW divides by the gradient's own size, so clipping shows between two weights of one step only through the
        // second moment of the next: here it shows in the sum of squares that the second step starts from.
        float[] clipped = twoSteps(1000);
        float[] short1 = twoSteps(1);
        assertArrayEquals(short1, clipped, 1e-4f);
    }

    private static float[] twoSteps(double firstGradient) {
        try (FlatWeights weights = weights(Map.of("a", new float[] {2}))) {
            Tensor a = weights.trainable().tensor("a", Init.ZEROS, 1);
            backward(a, firstGradient);
            weights.step(RATE, 0);
            backward(a, 0.5);
            weights.step(RATE, 0);
            return averaged(weights, "a");
        }
    }

    @Test
    void aGradientThatIsNotFiniteMovesNothingButTheDecay() {
        try (FlatWeights weights = weights(Map.of("a", new float[] {2}))) {
            descend(weights, "a", Double.NaN, 1);
            assertEquals(2 * (1 - RATE * 0.01), averaged(weights, "a")[0], 1e-6);
        }
    }

    @Test
    void kernelsKeepTheirElementsInTheOrderOfTheFile() {
        float[] kernel = new float[2 * 3 * 3 * 3];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = i;
        }
        Map<String, Tensor> initial = new HashMap<>();
        initial.put("kernel", Scope.own(() -> Tensors.of(kernel, 2, 3, 3, 3)));
        initial.put("a bias of three", Scope.own(() -> Tensors.of(new float[] {1, 2, 3}, 3)));
        try (FlatWeights weights = new FlatWeights(initial, new Placement(Device.CPU, Precision.FLOAT32))) {
            assertArrayEquals(kernel, averaged(weights, "kernel"));
            assertArrayEquals(new float[] {1, 2, 3}, averaged(weights, "a bias of three"));
        } finally {
            initial.values().forEach(Tensor::close);
        }
    }

    @Test
    void theSizeDoesNotCountPadding() {
        try (FlatWeights weights = weights(Map.of("a", new float[] {1, 2, 3}, "b", new float[] {4}))) {
            assertEquals(4, weights.size());
        }
    }

    @Test
    void everyWeightBeginsWhereTensorCoresCanReadIt() {
        try (FlatWeights weights = weights(Map.of("a", new float[] {1, 2, 3}, "b", new float[] {4}))) {
            Weights trainable = weights.trainable();
            long a = trainable.tensor("a", Init.ZEROS, 3).data_ptr().address();
            long b = trainable.tensor("b", Init.ZEROS, 1).data_ptr().address();
            assertEquals(0, (b - a) % 64);
        }
    }

    private static FlatWeights weights(Map<String, float[]> values) {
        Map<String, Tensor> initial = new HashMap<>();
        values.forEach((name, numbers) -> initial.put(name, Scope.own(() -> Tensors.of(numbers, numbers.length))));
        try {
            return new FlatWeights(initial, new Placement(Device.CPU, Precision.FLOAT32));
        } finally {
            initial.values().forEach(Tensor::close);
        }
    }

    private static void descend(FlatWeights weights, String name, double gradient, long... shape) {
        backward(weights.trainable().tensor(name, Init.ZEROS, shape), gradient);
        weights.step(RATE, 0);
    }

    private static void backward(Tensor weight, double gradient) {
        Scope.run(() -> weight.mul(new Scalar(gradient)).sum().backward());
    }

    private static float[] averaged(FlatWeights weights, String name) {
        Map<String, Tensor> averaged = weights.averaged(Precision.FLOAT32);
        try {
            return Scope.get(() -> Tensors.floats(
                    Objects.requireNonNull(averaged.get(name)).contiguous(torch.MemoryFormat.Contiguous)));
        } finally {
            averaged.values().forEach(Tensor::close);
        }
    }
}
