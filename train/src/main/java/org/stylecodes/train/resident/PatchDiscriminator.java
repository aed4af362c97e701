package org.stylecodes.train.resident;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Weights;

/** Decides for every patch of a picture whether it is real or was decoded (Isola et al. 2017). */
record PatchDiscriminator(Conv2d first, Conv2d second, Conv2d third, Conv2d last) {
    static PatchDiscriminator of(Weights weights) {
        return new PatchDiscriminator(
                Conv2d.of(weights.at("0"), 3, 64, 4, 2, 1),
                Conv2d.of(weights.at("1"), 64, 128, 4, 2, 1),
                Conv2d.of(weights.at("2"), 128, 192, 3),
                Conv2d.of(weights.at("3"), 192, 1, 3));
    }

    // (B, 3, H, W) to (B, 1, H / 4, W / 4), positive for real patches
    Tensor forward(Tensor picture) {
        Tensor hidden = picture;
        for (Conv2d layer : new Conv2d[] {first, second, third}) {
            hidden = torch.leaky_relu(layer.forward(hidden), new Scalar(0.2));
        }
        return last.forward(hidden);
    }
}
