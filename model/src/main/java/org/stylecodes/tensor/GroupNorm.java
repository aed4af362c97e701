package org.stylecodes.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Normalization over groups of channels and all positions (Wu and He 2018). */
public record GroupNorm(Tensor weight, Tensor bias, long groups, double epsilon) {
    // How many positions are summed up at once: few enough for float32 sums, and for the block to stay in the cache.
    private static final long BLOCK = 4096;

    // For smaller maps, two copies take less time than the operations on the moments.
    private static final long MIN_ELEMENTS = 1 << 18;

    /** Reads {@code weight} and {@code bias}, both (channels). */
    public static GroupNorm of(Weights weights, long channels, long groups, double epsilon) {
        return new GroupNorm(
                weights.tensor("weight", Init.ONES, channels),
                weights.tensor("bias", Init.ZEROS, channels),
                groups,
                epsilon);
    }

    /** (B, channels, ...) to the same. */
    public Tensor forward(Tensor x) {
        return Profile.record(Profile.Kind.NORMALIZATION, 0, () -> normalized(x, false));
    }

    /** As {@link #forward}, followed by a SiLU. */
    public Tensor silu(Tensor x) {
        return Profile.record(Profile.Kind.NORMALIZATION, 0, () -> normalized(x, true));
    }

    private Tensor normalized(Tensor x, boolean silu) {
        if (!x.is_cpu() || x.scalar_type().intern() != ScalarType.Float) {
            return library(x, silu);
        }
        // In channels-last order, LibTorch subtracts the square of the mean from the mean of the squares. In
        // float32 this costs two digits of the variance where the mean is large. A map in bfloat16 has fewer
        // digits than that.
        if (inBlocks(x)) {
            return Scope.of(() -> blockwise(x.contiguous(MemoryFormat.ChannelsLast), silu));
        }
        boolean keepsOrder = isRecorded(x) && !x.is_contiguous() && x.is_contiguous(MemoryFormat.ChannelsLast);
        return library(keepsOrder ? centred(x) : x.contiguous(), silu);
    }

    // Without the mean of each group, which the normalization would remove anyway: to subtract a constant has no effect
    // on the gradient.
    private Tensor centred(Tensor x) {
        Tensor mean = Scope.inference(() -> x.mean(new long[] {2, 3}, false, new ScalarTypeOptional())
                .view(x.size(0), groups, -1)
                .mean(new long[] {2}, true, new ScalarTypeOptional())
                .expand(-1, -1, x.size(1) / groups)
                .reshape(x.size(0), x.size(1), 1, 1));
        return x.sub(mean);
    }

    private Tensor library(Tensor x, boolean silu) {
        Tensor normalized =
                torch.group_norm(x, groups, new TensorOptional(weight), new TensorOptional(bias), epsilon, true);
        return silu ? torch.silu(normalized) : normalized;
    }

    private boolean inBlocks(Tensor x) {
        return !isRecorded(x) && x.dim() == 4 && x.numel() >= MIN_ELEMENTS && x.size(1) > 1 && x.stride(1) == 1;
    }

    private boolean isRecorded(Tensor x) {
        return GradMode.is_enabled() && (x.requires_grad() || weight.requires_grad());
    }

    private Tensor blockwise(Tensor x, boolean silu) {
        Tensor out = torch.empty_like(x);
        for (long index = 0; index < x.size(0); index++) {
            long row = index;
            Scope.run(() -> item(x.narrow(0, row, 1), out.narrow(0, row, 1), silu));
        }
        return out;
    }

    // (1, channels, H, W)
    private void item(Tensor x, Tensor out, boolean silu) {
        long height = x.size(2);
        long rows = Math.min(height, Math.max(1, BLOCK / x.size(3)));
        List<Tensor> means = new ArrayList<>();
        List<Tensor> variances = new ArrayList<>();
        for (long top = 0; top < height; top += rows) {
            Tensor block = x.narrow(2, top, Math.min(rows, height - top));
            T_TensorTensor_T moments =
                    torch.batch_norm_update_stats(block, new TensorOptional(), new TensorOptional(), 0);
            means.add(moments.get0().view(groups, -1));
            variances.add(moments.get1().view(groups, -1));
        }
        // The last block may be smaller than the others.
        long last = height - (means.size() - 1) * rows;
        Tensor mean = weighted(means, rows, last, height);
        List<Tensor> deviations = new ArrayList<>();
        for (int i = 0; i < means.size(); i++) {
            deviations.add(variances.get(i).add(means.get(i).sub(mean).square()));
        }
        Tensor scale = weighted(deviations, rows, last, height)
                .add(new Scalar(epsilon))
                .rsqrt()
                .mul(weight.view(groups, -1));
        Tensor shift = torch.addcmul(bias.view(groups, -1), mean, scale, new Scalar(-1.0))
                .view(1, -1, 1, 1);
        Tensor factor = scale.view(1, -1, 1, 1);
        for (long top = 0; top < height; top += rows) {
            long count = Math.min(rows, height - top);
            Tensor block = out.narrow(2, top, count);
            torch.addcmul_out(block, shift, x.narrow(2, top, count), factor);
            if (silu) {
                torch.silu_(block);
            }
        }
    }

    // The mean over the blocks and over the channels of a group, (groups, 1)
    private static Tensor weighted(List<Tensor> blocks, long rows, long last, long height) {
        Tensor sum = blocks.get(blocks.size() - 1).mul(new Scalar((double) last / height));
        for (int i = 0; i < blocks.size() - 1; i++) {
            sum = sum.add(blocks.get(i), new Scalar((double) rows / height));
        }
        return sum.mean(new long[] {1}, true, new ScalarTypeOptional());
    }
}
