package org.stylecodes.style;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Tensors;

/** How the numbers of a latent become the 64 levels of a style code. A level q stands for the value 2q/63 - 1. */
public enum Quantizer {
    /**
     * As released: latents outside -1..1 all become the end stops, and levels are cut off rather than rounded. Codes of the
     * released checkpoint mean something only with this one.
     */
    LEGACY {
        @Override
        public Tensor continuous(Tensor latent) {
            return latent;
        }

        @Override
        public Tensor levels(Tensor latent) {
            return level(latent.add(new Scalar(1.0)), 0);
        }
    },
    /** Squashed by a hyperbolic tangent, then rounded to the nearest level. */
    TANH {
        @Override
        public Tensor continuous(Tensor latent) {
            return latent.tanh();
        }

        @Override
        public Tensor levels(Tensor latent) {
            return level(latent.tanh().add(new Scalar(1.0)), 0.5);
        }
    };

    private static final int HIGHEST = 63;

    /** The values of a latent before they are rounded to levels; gradients pass. */
    public abstract Tensor continuous(Tensor latent);

    /** The levels 0..63 of a latent: int64 of the same shape. */
    public abstract Tensor levels(Tensor latent);

    /** The values -1..1 that levels stand for: float32 of the same shape. */
    public static Tensor valuesOf(Tensor levels) {
        return Layers.scaled(levels.to(ScalarType.Float), 2)
                .div(new Scalar(HIGHEST))
                .sub(new Scalar(1.0));
    }

    /** The values of codes: float32 (B, 20). */
    public static Tensor valuesOf(List<StyleCode> codes) {
        long[] levels = codes.stream()
                .flatMapToLong(code -> IntStream.range(0, StyleCode.LENGTH).mapToLong(code::level))
                .toArray();
        return valuesOf(Tensors.of(levels, codes.size(), StyleCode.LENGTH));
    }

    /**
     * The codes of latents (B, 20).
     *
     * @throws ModelFormatException if a latent is not a number
     */
    public List<StyleCode> codes(Tensor latents) {
        if (latents.isnan().any().item_bool()) {
            throw new ModelFormatException(
                    "image_encoder",
                    "the latent of a picture is not a number; the weights of the image encoder or the style autoencoder"
                            + " are damaged, so get them anew");
        }
        long[] levels = Tensors.longs(levels(latents));
        return IntStream.range(0, levels.length / StyleCode.LENGTH)
                .mapToObj(row -> StyleCode.of(IntStream.range(0, StyleCode.LENGTH)
                        .map(i -> Math.toIntExact(levels[row * StyleCode.LENGTH + i]))
                        .toArray()))
                .toList();
    }

    /**
     * The values of a latent's levels, with the gradient of {@link #continuous}: the straight-through estimator (Bengio et
     * al. 2013).
     */
    public Tensor straightThrough(Tensor latent) {
        Tensor continuous = continuous(latent);
        return continuous.add(valuesOf(levels(latent)).sub(continuous).detach());
    }

    // rounded down by the conversion to whole numbers, which are never negative
    private static Tensor level(Tensor raised, double rounding) {
        Tensor scaled = Layers.scaled(raised, HIGHEST / 2.0).add(new Scalar(rounding));
        return Layers.clamped(scaled, 0, HIGHEST).to(ScalarType.Long);
    }
}
