package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.config.TrainingPlan;

class AdamWTest {
    private static final int SIZE = 150_001; // three blocks, the last one of an odd size
    private static final int STEPS = 3;
    private static final double SCALE = 0.5;
    private static final TrainingPlan PLAN = new TrainingPlan(
            1, 9, 4, 1, 1e-2, 0, 0, 0.9, 0.99, 0.01, 1, 0.9, 600, 1, 2, Precision.FLOAT32, false, "cpu");

    /** The weights, both moments and the average after some steps. */
    private record Result(float[] weights, float[] first, float[] second, float[] average) {}

    @Test
    void everyElementFollowsTheFormula() {
        Result result = steps(SIZE, 1);
        Scope.run(() -> {
            float[] weights = values(1);
            float[] gradients = values(2);
            for (int i = 0; i < SIZE; i++) {
                double w = weights[i];
                double g = SCALE * gradients[i];
                double m = 0;
                double v = 0;
                double average = w;
                for (int step = 0; step < STEPS; step++) {
                    m = 0.9 * m + 0.1 * g;
                    v = 0.99 * v + 0.01 * g * g;
                    double deviation = Math.sqrt(v / (1 - Math.pow(0.99, step + 1))) + 1e-8;
                    w = w * (1 - 1e-2 * 0.01) - 1e-2 * m / (1 - Math.pow(0.9, step + 1)) / deviation;
                    average += (1 - PLAN.emaAt(step)) * (w - average);
                    g *= step + 1 < STEPS ? SCALE : 1; // the gradient is scaled in place
                }
                assertEquals(w, result.weights[i], 1e-5, "weight " + i);
                assertEquals(average, result.average[i], 1e-5, "average " + i);
                assertEquals(m, result.first[i], 1e-6, "first moment " + i);
                assertEquals(v, result.second[i], 1e-6, "second moment " + i);
            }
        });
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Result one = steps(SIZE, 1);
        for (int threads : List.of(2, 4)) {
            Result several = steps(SIZE, threads);
            assertArrayEquals(one.weights, several.weights);
            assertArrayEquals(one.first, several.first);
            assertArrayEquals(one.second, several.second);
            assertArrayEquals(one.average, several.average);
        }
    }

    @Test
    void elementsOutsideTheRangeStay() {
        float[] weights = steps(SIZE / 2, 1).weights;
        float[] before = Scope.get(() -> values(1));
        for (int i = SIZE / 2; i < SIZE; i++) {
            assertEquals(before[i], weights[i]);
        }
    }

    private static Result steps(int count, int threads) {
        int before = Engine.threads();
        Engine.threads(threads);
        try {
            return Scope.get(() -> {
                Tensor weights = Tensors.of(values(1), SIZE);
                Tensor first = weights.mul(Tensors.of(new float[] {0}, 1));
                Tensor second = first.clone();
                Tensor average = weights.clone();
                Tensor gradient = Tensors.of(values(2), SIZE).narrow(0, 0, count);
                AdamW optimizer = new AdamW(PLAN, weights, first, second, average);
                for (int step = 0; step < STEPS; step++) {
                    optimizer.step(gradient, SCALE, 0, count, step);
                }
                List<float[]> all = Stream.of(weights, first, second, average)
                        .map(Tensors::floats)
                        .toList();
                return new Result(all.get(0), all.get(1), all.get(2), all.get(3));
            });
        } finally {
            Engine.threads(before);
        }
    }

    private static float[] values(long seed) {
        try (Noise noise = Noise.of(seed)) {
            return Tensors.floats(noise.normal(SIZE));
        }
    }
}
