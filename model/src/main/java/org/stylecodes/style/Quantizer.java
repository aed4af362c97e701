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

/** How the values of a latent become the 64 levels of a style code. A level q stands for the value 2q/63 - 1. */
public enum Quantizer {
    /**
     * As released: latents are clamped to -1..1, and levels are truncated instead of rounded. Codes of the released checkpoint are
     * meaningful only with this quantizer.
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
    /** A hyperbolic tangent, then rounding to the nearest level. */
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

    private static final int MAX_LEVEL = 63;

    /** The values of a latent before they are rounded to levels. Gradients flow through. */
    public abstract Tensor continuous(Tensor latent);

    /** The levels 0..63 of a latent: int64, the latent's shape. */
    public abstract Tensor levels(Tensor latent);

    /** The values -1..1 that levels stand for: float32, the levels' shape. */
    public static Tensor valuesOf(Tensor levels) {
        return Layers.scaled(levels.to(ScalarType.Float), 2)
                .div(new Scalar(MAX_LEVEL))
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
     * @throws ModelFormatException if a latent is NaN
     */
    public List<StyleCode> codes(Tensor latents) {
        if (latents.isnan().any().item_bool()) {
            throw new ModelFormatException(
                    "image_encoder",
                    "the latent of a picture is NaN; the weights of the image encoder or the style autoencoder are"
                            + " damaged, so download them again");
        }
        long[] levels = Tensors.longs(levels(latents));
        return IntStream.range(0, levels.length / StyleCode.LENGTH)
                .mapToObj(row -> StyleCode.of(IntStream.range(0, StyleCode.LENGTH)
                        .map(i -> Math.toIntExact(levels[row * StyleCode.LENGTH + i]))
                        .toArray()))
                .toList();
    }

    /**
     * The values of a latent's levels, with the gradient of {@link #continuous}. This is the straight-through estimator (Bengio et
     * al. 2013).
     */
    public Tensor straightThrough(Tensor latent) {
        Tensor continuous = continuous(latent);
        return continuous.add(valuesOf(levels(latent)).sub(continuous).detach());
    }

    // The conversion to int64 rounds down, because the values are never negative.
    private static Tensor level(Tensor raised, double rounding) {
        Tensor scaled = Layers.scaled(raised, MAX_LEVEL / 2.0).add(new Scalar(rounding));
        return Layers.clamped(scaled, 0, MAX_LEVEL).to(ScalarType.Long);
    }
}
