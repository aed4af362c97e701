package org.stylecodes.train.resident;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/** A convolutional network that names the contents and the treatment of a picture of 256x256. Its map of 8x8 is a target for the denoiser. */
record ContentJudge(List<Conv2d> convolutions, List<GroupNorm> norms, Linear content, Linear treatment) {
    static final int WIDTH = 256;
    static final int SIDE = 8;
    private static final int[] CHANNELS = {32, 64, 128, 192, WIDTH};

    ContentJudge {
        convolutions = List.copyOf(convolutions);
        norms = List.copyOf(norms);
    }

    static ContentJudge of(int contents, int treatments, Weights weights) {
        List<Conv2d> convolutions = new ArrayList<>();
        List<GroupNorm> norms = new ArrayList<>();
        int inputs = 3;
        for (int level = 0; level < CHANNELS.length; level++) {
            int outputs = CHANNELS[level];
            Weights at = weights.at("levels." + level);
            convolutions.add(Conv2d.of(at.at("halving"), inputs, outputs, 3, 2, 1));
            norms.add(GroupNorm.of(at.at("norm1"), outputs, 8, 1e-5));
            if (level > 0) {
                convolutions.add(Conv2d.of(at.at("residual"), outputs, outputs, 3));
                norms.add(GroupNorm.of(at.at("norm2"), outputs, 8, 1e-5));
            }
            inputs = outputs;
        }
        return new ContentJudge(
                convolutions,
                norms,
                Linear.of(weights.at("content"), WIDTH, contents),
                Linear.of(weights.at("treatment"), WIDTH, treatments));
    }

    // (B, 3, 256, 256) to (B, WIDTH, 8, 8)
    Tensor features(Tensor pixels) {
        Tensor hidden = norms.get(0).silu(convolutions.get(0).forward(pixels));
        for (int layer = 1; layer < convolutions.size(); layer += 2) {
            Tensor halved = norms.get(layer).silu(convolutions.get(layer).forward(hidden));
            Tensor residual =
                    norms.get(layer + 1).silu(convolutions.get(layer + 1).forward(halved));
            hidden = halved.add(residual);
        }
        return hidden;
    }

    // (B, contents)
    Tensor contents(Tensor features) {
        return content.forward(pooled(features));
    }

    // (B, treatments)
    Tensor treatments(Tensor features) {
        return treatment.forward(pooled(features));
    }

    private static Tensor pooled(Tensor features) {
        return torch.avg_pool2d(features, features.size(2), features.size(3)).flatten(1, 3);
    }

    static Tensor normalized(Tensor features) {
        return features.div(
                features.square().sum(1).add(new Scalar(1e-6)).sqrt().unsqueeze(1));
    }
}
