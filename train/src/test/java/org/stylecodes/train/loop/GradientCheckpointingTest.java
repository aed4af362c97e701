package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Device;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class GradientCheckpointingTest {
    private static final Autocast FLOAT32 = new Autocast(Device.CPU, Precision.FLOAT32);

    @Test
    void gradientsPassThroughSegmentsToTensorsFromOutside() {
        float[] gradient = Scope.get(() -> {
            Tensor x = leaf(2, 3);
            try (GradientCheckpointing parts = new GradientCheckpointing(FLOAT32)) {
                Tensor outside = x.mul(x); // x^2
                Tensor cubed = parts.one(in -> in.get(0).mul(in.get(1)), List.of(outside, x)); // x^3
                Tensor seventh = parts.one(in -> in.get(0).mul(in.get(0)).mul(in.get(1)), List.of(cubed, x));
                seventh.sum().backward();
                parts.backward();
            }
            return Tensors.floats(x.grad());
        });
        assertArrayEquals(new float[] {7 * 64, 7 * 729}, gradient); // of x^7
    }

    @Test
    void anUnusedResultAddsNoGradient() {
        float[] gradient = Scope.get(() -> {
            Tensor x = leaf(2, 3);
            try (GradientCheckpointing parts = new GradientCheckpointing(FLOAT32)) {
                List<Tensor> both = parts.run(
                        in -> List.of(in.get(0).mul(in.get(0)), in.get(0).exp()), List.of(x));
                both.get(0).sum().backward();
                parts.backward();
            }
            return Tensors.floats(x.grad());
        });
        assertArrayEquals(new float[] {4, 6}, gradient);
    }

    @Test
    void aSegmentRunsWithoutRecordingAndAgainWithIt() {
        List<Boolean> recorded = new ArrayList<>();
        Scope.run(() -> {
            Tensor x = leaf(2, 3);
            try (GradientCheckpointing parts = new GradientCheckpointing(FLOAT32)) {
                Tensor result = parts.one(
                        in -> {
                            recorded.add(in.get(0).mul(in.get(0)).requires_grad());
                            return in.get(0).mul(in.get(0));
                        },
                        List.of(x));
                result.sum().backward();
                parts.backward();
            }
        });
        assertEquals(List.of(false, true), recorded);
    }

    private static Tensor leaf(float... values) {
        Tensor leaf = Tensors.of(values, values.length);
        leaf.set_requires_grad(true);
        return leaf;
    }
}
