package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;

class LinearTest {
    private final int threads = Engine.threads();

    @AfterEach
    void restoreThreads() {
        Engine.threads(threads);
    }

    @Test
    void severalThreadsGiveTheSameProduct() {
        Engine.threads(2);
        Scope.run(() -> {
            Noise noise = Noise.of(5);
            Tensor x = noise.normal(2, 600, 192);
            Linear linear = linear(noise, 192, 160);
            Golden.assertClose(
                    torch.linear(x, linear.weight(), Layers.optional(linear.bias())), linear.forward(x), 1e-5);
        });
    }

    @Test
    void severalThreadsGiveTheSameGradients() {
        Engine.threads(2);
        Scope.run(() -> {
            Noise noise = Noise.of(6);
            Tensor x = noise.normal(2, 600, 192).requires_grad_(true);
            Linear linear = linear(noise, 192, 160);
            linear.weight().requires_grad_(true);
            Tensor direction = noise.normal(2, 600, 160);

            linear.forward(x).mul(direction).sum().backward();

            Tensor flat = direction.view(1200, 160);
            Golden.assertClose(
                    flat.t().matmul(x.detach().view(1200, 192)), linear.weight().grad(), 1e-5);
            Golden.assertClose(direction.matmul(linear.weight().detach()), x.grad(), 1e-5);
        });
    }

    private static Linear linear(Noise noise, long inputs, long outputs) {
        return new Linear(noise.normal(outputs, inputs), noise.normal(outputs));
    }
}
