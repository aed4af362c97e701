package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.stylecodes.Golden;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;

class FeedForwardTest {
    private static final int CHANNELS = 8;

    @Test
    void aBatchInBlocksIsWhatItsRowsAre() {
        Scope.run(() -> {
            Noise noise = Noise.of(7);
            FeedForward network =
                    new FeedForward(linear(noise, CHANNELS, 8 * CHANNELS), linear(noise, 4 * CHANNELS, CHANNELS));
            Tensor tokens = noise.normal(3, 700, CHANNELS);
            Tensor rows = Layers.cat(
                    0,
                    network.forward(tokens.narrow(0, 0, 1)),
                    network.forward(tokens.narrow(0, 1, 1)),
                    network.forward(tokens.narrow(0, 2, 1)));
            Golden.assertClose(rows, network.forward(tokens), 1e-5);
        });
    }

    private static Linear linear(Noise noise, long inputs, long outputs) {
        return new Linear(noise.normal(outputs, inputs), noise.normal(outputs));
    }
}
