package org.stylecodes.unet;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * A residual block: two normalized convolutions and a shortcut (He et al. 2016). The time embedding is added between the convolutions, or
 * it scales and shifts the second normalization (Dhariwal and Nichol 2021).
 */
record ResnetBlock(
        GroupNorm norm1,
        Conv2d conv1,
        Linear time,
        GroupNorm norm2,
        Conv2d conv2,
        @Nullable Conv2d shortcut,
        boolean scaleShift) {

    static ResnetBlock of(Weights weights, UNetConfig config, int inputs, int outputs) {
        int timeOutputs = config.scaleShift() ? 2 * outputs : outputs;
        return new ResnetBlock(
                GroupNorm.of(weights.at("norm1"), inputs, config.groups(), config.epsilon()),
                Conv2d.of(weights.at("conv1"), inputs, outputs, 3),
                Linear.of(weights.at("time_emb_proj"), config.timeWidth(), timeOutputs),
                GroupNorm.of(weights.at("norm2"), outputs, config.groups(), config.epsilon()),
                Conv2d.of(weights.at("conv2"), outputs, outputs, 3),
                inputs == outputs ? null : Conv2d.of(weights.at("conv_shortcut"), inputs, outputs, 1),
                config.scaleShift());
    }

    // (B, inputs, H, W) and (B, time) to (B, outputs, H, W)
    Tensor forward(Tensor x, Tensor embedding) {
        return Scope.of(() -> {
            Tensor hidden = Scope.chain(x, List.of(norm1::silu, conv1::forward, first -> second(first, embedding)));
            return hidden.add_(shortcut == null ? x : shortcut.forward(x));
        });
    }

    // The second half, from the output of the first convolution, without the shortcut
    Tensor second(Tensor hidden, Tensor embedding) {
        return Scope.chain(hidden, List.of(first -> activated(first, embedding), conv2::forward));
    }

    private Tensor activated(Tensor hidden, Tensor embedding) {
        Tensor offsets = time.forward(torch.silu(embedding)).unsqueeze(2).unsqueeze(3);
        if (!scaleShift) {
            return norm2.silu(hidden.add(offsets));
        }
        long half = offsets.size(1) / 2;
        Tensor scale = offsets.narrow(1, 0, half).add(new Scalar(1.0));
        return torch.silu(torch.addcmul(offsets.narrow(1, half, half), norm2.forward(hidden), scale));
    }
}
