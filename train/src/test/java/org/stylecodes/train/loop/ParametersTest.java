package org.stylecodes.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.junit.jupiter.api.Test;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/** LibTorch's device {@code meta}, whose tensors have no data and cannot be moved, stands for a GPU. */
class ParametersTest {
    @Test
    void tensorsOfSeveralDevicesAreCopiedToOne() {
        Scope.run(() -> {
            Map<String, Tensor> initial = Map.of("base", onCard(torch.ones(2, 3)), "fresh", torch.ones(4));
            try (Parameters weights = Parameters.copyOf(initial, ParametersTest::onCard)) {
                assertEquals(10, weights.size());
                assertTrue(weights.flat().is_meta());
            }
        });
    }

    @Test
    void trainableWeightsAreOnTheDeviceWithTheirGradient() {
        Scope.run(() -> {
            try (Parameters weights = Parameters.copyOf(Map.of("x", torch.ones(2, 3)), ParametersTest::onCard);
                    Parameters gradients = weights.zeros()) {
                Tensor leaf = weights.trainable(gradients).tensor("x", Init.ZEROS, 2, 3);
                assertTrue(leaf.is_meta());
                assertTrue(leaf.is_leaf() && leaf.requires_grad());
                assertTrue(leaf.grad().is_meta());
            }
        });
    }

    @Test
    void gradientsOfALeafAreThoseOfTheRun() {
        Scope.run(() -> {
            try (Parameters weights = Parameters.copyOf(Map.of("x", torch.ones(3)), tensor -> tensor);
                    Parameters gradients = weights.zeros()) {
                Weights trainable = weights.trainable(gradients);
                trainable.tensor("x", Init.ZEROS, 3).square().sum().backward();
                assertArrayEquals(new float[] {2, 2, 2}, Tensors.floats(gradients.flat()));
            }
        });
    }

    @Test
    void closingFreesTheTensorAndAllItsViews() {
        Map<String, Tensor> initial = Map.of("x", Scope.own(() -> torch.ones(3)));
        Parameters weights = Parameters.copyOf(initial, tensor -> tensor);
        Parameters gradients = weights.zeros();
        Tensor leaf = weights.trainable(gradients).tensor("x", Init.ZEROS, 3);
        gradients.close();
        weights.close();
        assertTrue(leaf.isNull() && weights.flat().isNull() && gradients.flat().isNull());
        initial.get("x").close();
    }

    private static Tensor onCard(Tensor tensor) {
        return tensor.to(new Device(DeviceType.Meta), tensor.scalar_type());
    }
}
