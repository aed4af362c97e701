package org.stylecodes.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** x W^T + b over the last dimension. */
public record Linear(Tensor weight, @Nullable Tensor bias) {
    // For smaller products, waking the threads of BLAS costs about as much as they save.
    private static final long MIN_PARALLEL_MULTIPLICATIONS = 1 << 24;

    /** Reads {@code weight} (outputs, inputs) and {@code bias} (outputs). */
    public static Linear of(Weights weights, long inputs, long outputs) {
        return of(weights, "weight", "bias", inputs, outputs);
    }

    /** As {@link #of(Weights, long, long)}, for layers whose tensors have other names. */
    public static Linear of(Weights weights, String weight, String bias, long inputs, long outputs) {
        Init init = Init.fanIn(inputs);
        return new Linear(weights.tensor(weight, init, outputs, inputs), weights.tensor(bias, init, outputs));
    }

    /** Reads {@code weight} (outputs, inputs) only. */
    public static Linear withoutBias(Weights weights, long inputs, long outputs) {
        return new Linear(weights.tensor("weight", Init.fanIn(inputs), outputs, inputs), null);
    }

    /** (..., inputs) to (..., outputs). */
    public Tensor forward(Tensor x) {
        return Profile.record(Profile.Kind.MATRIX_PRODUCT, 2.0 * x.numel() * weight.size(0), () -> product(x));
    }

    private Tensor product(Tensor x) {
        boolean parallel =
                Engine.threads() > 1 && x.is_cpu() && x.numel() * weight.size(0) >= MIN_PARALLEL_MULTIPLICATIONS;
        Supplier<Tensor> product = () -> torch.linear(x, RoundedWeights.of(weight), Layers.optional(bias));
        return parallel ? Engine.withParallelBlas(product) : product.get();
    }
}
