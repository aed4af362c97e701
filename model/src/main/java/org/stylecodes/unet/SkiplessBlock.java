package org.stylecodes.unet;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Scope;

/**
 * A residual block on the way up that always finds zeros in the place of its skip, for maps of one size. A group of channels that holds
 * only zeros leaves the first normalization as its bias, so that what the first convolution makes of such groups is the same at every
 * step: it is worked out once. The numbers are those of the whole block, but for the order of sums.
 *
 * @param block the whole block
 * @param norm1 of the groups that hold something
 * @param conv1 of their channels
 * @param shortcut of the channels that are not zeros
 * @param padding the zeros that fill up the last group that holds something
 * @param still what the first convolution makes of the other groups, (1, outputs, H, W), or null where there are none
 */
record SkiplessBlock(
        ResnetBlock block,
        GroupNorm norm1,
        Conv2d conv1,
        @Nullable Conv2d shortcut,
        long padding,
        @Nullable Tensor still) {

    /** Its tensors belong to the scope that it is made in. */
    static SkiplessBlock of(ResnetBlock block, long channels, long height, long width) {
        GroupNorm norm = block.norm1();
        Conv2d conv = block.conv1();
        long inputs = conv.weight().size(1);
        long group = inputs / norm.groups();
        long shown = (channels + group - 1) / group * group;
        return new SkiplessBlock(
                block,
                new GroupNorm(
                        norm.weight().narrow(0, 0, shown),
                        norm.bias().narrow(0, 0, shown),
                        shown / group,
                        norm.epsilon()),
                cut(conv, 0, shown, conv.bias()),
                block.shortcut() == null
                        ? null
                        : cut(block.shortcut(), 0, channels, block.shortcut().bias()),
                shown - channels,
                shown == inputs ? null : still(norm, conv, shown, height, width));
    }

    // (B, channels, H, W) and (B, time) to (B, outputs, H, W)
    Tensor forward(Tensor x, Tensor embedding) {
        return Scope.of(() -> {
            Tensor hidden = conv1.forward(torch.silu(norm1.forward(padded(x, padding))));
            Tensor whole = still == null ? hidden : hidden.add(still);
            // Without a shortcut the block adds its input, zeros and all.
            Tensor residual =
                    shortcut == null ? padded(x, block.conv1().weight().size(1) - x.size(1)) : shortcut.forward(x);
            return block.second(whole, embedding).add(residual);
        });
    }

    private static Tensor still(GroupNorm norm, Conv2d conv, long shown, long height, long width) {
        long count = conv.weight().size(1) - shown;
        return Scope.of(() -> {
            Tensor bias = norm.bias().narrow(0, shown, count).view(1, -1, 1, 1);
            Tensor zeros = torch.silu(bias).expand(1, count, height, width);
            return cut(conv, shown, count, null).forward(zeros);
        });
    }

    private static Conv2d cut(Conv2d conv, long from, long count, @Nullable Tensor bias) {
        return new Conv2d(conv.weight().narrow(1, from, count), bias, conv.stride(), conv.padding());
    }

    private static Tensor padded(Tensor x, long channels) {
        return channels == 0 ? x : torch.constant_pad_nd(x, new long[] {0, 0, 0, 0, 0, channels});
    }
}
