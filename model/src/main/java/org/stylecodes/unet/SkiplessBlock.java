package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Scope;

/**
 * A residual block of the up path whose skip is always zero, for maps of one size. If a group of channels is all zeros, the first
 * normalization outputs its bias for the group. So the part of the first convolution that reads such groups gives the same result in every
 * step, and is computed once. The results are those of the full block, apart from the order of sums.
 *
 * @param block the full block
 * @param norm1 the first normalization, only of the groups that are not all zeros
 * @param conv1 the first convolution, only of the channels of these groups
 * @param shortcut the shortcut, only of the channels that are not zeros
 * @param padding the number of zero channels that fill the last of these groups
 * @param still the precomputed output of the first convolution for the all-zero groups, (1, outputs, H, W), or null if there are none
 */
record SkiplessBlock(
        ResnetBlock block,
        GroupNorm norm1,
        Conv2d conv1,
        @Nullable Conv2d shortcut,
        long padding,
        @Nullable Tensor still) {

    /** Makes a block whose tensors belong to the scope of the call. */
    static SkiplessBlock of(ResnetBlock block, long channels, long height, long width) {
        GroupNorm norm = block.norm1();
        Conv2d conv = block.conv1();
        long inputs = conv.weight().size(1);
        long group = inputs / norm.groups();
        long used = (channels + group - 1) / group * group;
        return new SkiplessBlock(
                block,
                new GroupNorm(
                        norm.weight().narrow(0, 0, used), norm.bias().narrow(0, 0, used), used / group, norm.epsilon()),
                slice(conv, 0, used, conv.bias()),
                block.shortcut() == null
                        ? null
                        : slice(block.shortcut(), 0, channels, block.shortcut().bias()),
                used - channels,
                used == inputs ? null : still(norm, conv, used, height, width));
    }

    // (B, channels, H, W) and (B, time) to (B, outputs, H, W)
    Tensor forward(Tensor x, Tensor embedding) {
        return Scope.of(() -> {
            Tensor hidden = conv1.forward(norm1.silu(padded(x, padding)));
            Tensor whole = still == null ? hidden : hidden.add(still);
            // Without a shortcut convolution, the block adds its input, including the zeros.
            Tensor residual =
                    shortcut == null ? padded(x, block.conv1().weight().size(1) - x.size(1)) : shortcut.forward(x);
            return block.second(whole, embedding).add(residual);
        });
    }

    private static Tensor still(GroupNorm norm, Conv2d conv, long used, long height, long width) {
        long count = conv.weight().size(1) - used;
        return Scope.of(() -> {
            Tensor bias = norm.bias().narrow(0, used, count).view(1, -1, 1, 1);
            Tensor zeros = torch.silu(bias).expand(1, count, height, width);
            return slice(conv, used, count, null).forward(zeros);
        });
    }

    private static Conv2d slice(Conv2d conv, long from, long count, @Nullable Tensor bias) {
        return new Conv2d(conv.weight().narrow(1, from, count), bias, conv.stride(), conv.padding());
    }

    private static Tensor padded(Tensor x, long channels) {
        return channels == 0 ? x : torch.constant_pad_nd(x, new long[] {0, 0, 0, 0, 0, channels});
    }
}
