package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;

/**
 * A small classifier of rendered objects, trained on other styles than the models that it judges. It names the object in a generated
 * picture, and its features are used to compare sets of pictures. Pictures are (B, 3, H, W) with values in -1..1. Thread-safe.
 */
public record Judge(List<Conv2d> convolutions, List<GroupNorm> norms, Linear out) {
    private static final int[] WIDTHS = {24, 48, 96, 128, 160};
    private static final int GROUPS = 8;

    /** Makes a judge for this number of objects. */
    public static Judge of(Weights weights, int objects) {
        List<Conv2d> convolutions = new ArrayList<>();
        List<GroupNorm> norms = new ArrayList<>();
        int inputs = 3;
        for (int i = 0; i < WIDTHS.length; i++) {
            convolutions.add(Conv2d.of(weights.at("convolutions." + i), inputs, WIDTHS[i], 3, 2, 1));
            norms.add(GroupNorm.of(weights.at("norms." + i), WIDTHS[i], GROUPS, 1e-5));
            inputs = WIDTHS[i];
        }
        return new Judge(convolutions, norms, Linear.of(weights.at("out"), 2 * inputs, objects));
    }

    /** The mean and the maximum of each channel of the last layer: (B, 320). */
    public Tensor features(Tensor pictures) {
        Tensor hidden = pictures;
        for (int i = 0; i < convolutions.size(); i++) {
            hidden = torch.silu(norms.get(i).forward(convolutions.get(i).forward(hidden)));
        }
        return Layers.cat(1, hidden.mean(2, 3), hidden.amax(new long[] {2, 3}, false));
    }

    /** The logits of the objects: (B, objects). */
    public Tensor forward(Tensor pictures) {
        return out.forward(features(pictures));
    }
}
