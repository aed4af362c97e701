package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** Two linear layers with a SiLU between them, which map a vector to the width of the time embedding. */
public record Mlp(Linear first, Linear second) {
    /** Reads {@code linear_1} and {@code linear_2}. */
    public static Mlp of(Weights weights, int inputs, int outputs) {
        return new Mlp(
                Linear.of(weights.at("linear_1"), inputs, outputs),
                Linear.of(weights.at("linear_2"), outputs, outputs));
    }

    /** (B, inputs) to (B, outputs). */
    public Tensor forward(Tensor x) {
        return second.forward(torch.silu(first.forward(x)));
    }
}
