package org.stylecodes.tensor;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** x W^T + b over the last dimension. */
public record Linear(Tensor weight, TensorOptional bias) {
    /** Reads {@code weight} (outputs, inputs) and {@code bias} (outputs). */
    public static Linear of(Weights weights, long inputs, long outputs) {
        return of(weights, "weight", "bias", inputs, outputs);
    }

    /** As {@link #of(Weights, long, long)}, for layers that name their tensors otherwise. */
    public static Linear of(Weights weights, String weight, String bias, long inputs, long outputs) {
        Init init = Init.fanIn(inputs);
        return new Linear(
                weights.tensor(weight, init, outputs, inputs), Layers.optional(weights.tensor(bias, init, outputs)));
    }

    /** Reads {@code weight} (outputs, inputs) alone. */
    public static Linear withoutBias(Weights weights, long inputs, long outputs) {
        return new Linear(weights.tensor("weight", Init.fanIn(inputs), outputs, inputs), Layers.NONE);
    }

    /** (..., inputs) to (..., outputs). */
    public Tensor forward(Tensor x) {
        return torch.linear(x, weight, bias);
    }
}
