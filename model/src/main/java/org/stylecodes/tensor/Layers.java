package org.stylecodes.tensor;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** Functions without weights that several networks share. */
public final class Layers {
    private Layers() {}

    /**
     * Scaled dot-product attention of several heads (Vaswani et al. 2017).
     *
     * @param query (B, tokens, heads * dim)
     * @param key (B, memory, heads * dim)
     * @param value (B, memory, heads * dim)
     * @param causal whether a token attends only to itself and the tokens before it
     * @return (B, tokens, heads * dim)
     */
    public static Tensor attention(Tensor query, Tensor key, Tensor value, int heads, boolean causal) {
        double operations = 4.0 * query.numel() * key.size(1);
        return Profile.record(Profile.Kind.ATTENTION, operations, () -> attended(query, key, value, heads, causal));
    }

    private static Tensor attended(Tensor query, Tensor key, Tensor value, int heads, boolean causal) {
        Tensor attended = torch.scaled_dot_product_attention(
                heads(query, heads),
                heads(key, heads),
                heads(value, heads),
                optional(null),
                0,
                causal,
                new DoubleOptional(),
                false);
        return attended.transpose(1, 2).reshape(query.size(0), query.size(1), query.size(2));
    }

    /** Concatenates tensors along a dimension. */
    public static Tensor cat(long dimension, Tensor... parts) {
        return torch.cat(new TensorVector(parts), dimension);
    }

    /** Turns a map into tokens: (B, C, H, W) to (B, H * W, C). */
    public static Tensor tokens(Tensor map) {
        return map.flatten(2, 3).transpose(1, 2);
    }

    /** The inverse of {@link #tokens}: (B, H * W, C) to (B, C, H, W). */
    public static Tensor map(Tensor tokens, long height, long width) {
        return tokens.transpose(1, 2).reshape(tokens.size(0), tokens.size(2), height, width);
    }

    /** Nearest-neighbour enlargement of (B, C, H, W) to this size in positions. */
    public static Tensor enlarged(Tensor map, long height, long width) {
        return torch.upsample_nearest2d(map, height, width);
    }

    /** Every element times a factor. */
    public static Tensor scaled(Tensor x, double factor) {
        return x.mul(new Scalar(factor));
    }

    /** Every element clamped to lowest..highest. */
    public static Tensor clamped(Tensor x, double lowest, double highest) {
        return torch.clamp(x, new ScalarOptional(new Scalar(lowest)), new ScalarOptional(new Scalar(highest)));
    }

    /** LibTorch's form of a tensor that may be absent. It belongs to the scope that it is made in. */
    public static TensorOptional optional(@Nullable Tensor tensor) {
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
    }

    // (B, tokens, heads * dim) to (B, heads, tokens, dim)
    private static Tensor heads(Tensor x, int heads) {
        return x.view(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
    }
}
