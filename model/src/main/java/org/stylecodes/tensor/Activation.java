package org.stylecodes.tensor;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The activation function between the two linear layers of a feed-forward block. */
public enum Activation {
    /** x times the cumulative normal distribution at x (Hendrycks and Gimpel 2016). */
    GELU,
    /** {@link #GELU} approximated with a hyperbolic tangent. */
    GELU_TANH,
    /** {@link #GELU} approximated as x times the logistic function of 1.702 x. CLIP was trained with it. */
    QUICK_GELU,
    /** max(x, 0). */
    RELU;

    private static final double QUICK_GELU_SLOPE = 1.702;

    /** The activation of this name in the transformers library; empty if it is not supported. */
    public static Optional<Activation> named(String name) {
        return switch (name) {
            case "gelu" -> Optional.of(GELU);
            case "gelu_new", "gelu_pytorch_tanh" -> Optional.of(GELU_TANH);
            case "quick_gelu" -> Optional.of(QUICK_GELU);
            case "relu" -> Optional.of(RELU);
            default -> Optional.empty();
        };
    }

    /** Applies the function to every element. */
    public Tensor apply(Tensor x) {
        return switch (this) {
            case GELU -> torch.gelu(x);
            case GELU_TANH -> torch.gelu(x, "tanh");
            case QUICK_GELU -> x.mul(Layers.scaled(x, QUICK_GELU_SLOPE).sigmoid());
            case RELU -> x.relu();
        };
    }
}
