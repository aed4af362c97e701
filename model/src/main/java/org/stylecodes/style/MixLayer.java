package org.stylecodes.style;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Init;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/** A linear layer over the concatenated channels of the control branch and the base, so that each can read the other. */
record MixLayer(Linear linear) {
    private static final double START_NOISE = 0.1;

    static MixLayer of(Weights weights, int channels) {
        return new MixLayer(new Linear(
                weights.tensor("weight", MixLayer::nearIdentity, 2L * channels, 2L * channels),
                weights.tensor("bias", Init.ZEROS, 2L * channels)));
    }

    // Control (B or 1, C, H, W) and base (B, C, H, W) to (B, 2 C, H, W): the control's channels, then the base's
    Tensor forward(Tensor control, Tensor base) {
        return Scope.of(() -> {
            Tensor both = Layers.cat(1, control.size(0) == base.size(0) ? control : control.expand_as(base), base);
            // A linear layer over the channels of every position is a 1x1 convolution.
            Tensor kernel = linear.weight().unsqueeze(2).unsqueeze(3);
            return new Conv2d(kernel, linear.bias(), 1, 0).forward(both);
        });
    }

    // The identity plus a little noise, because exact identities learn slowly.
    private static void nearIdentity(Tensor weight, Generator generator) {
        Init.normal(START_NOISE / Math.sqrt(weight.size(1))).fill(weight, generator);
        weight.add_(torch.eye(weight.size(0)).type_as(weight));
    }
}
