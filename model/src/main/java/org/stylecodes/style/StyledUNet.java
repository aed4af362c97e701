package org.stylecodes.style;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Scope;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;

/**
 * A UNet and the control branch that steers it. Thread-safe; it runs for inference and for training, in which the base may be
 * frozen.
 *
 * <p>Where a batch has one prompt and one style, given as one row each, the control's bottleneck, which sees nothing else,
 * is worked out once for all rows.
 */
public record StyledUNet(UNet base, ControlUNet control) {
    /** The prompt (B, tokens, text width) with the keys and values of both networks worked out, for use over many steps. */
    public Context prepare(Tensor text) {
        return Context.of(text)
                .prepare(Stream.concat(base.promptLayers(), control.promptLayers())
                        .toList());
    }

    /**
     * The prediction for noisy latents in a style.
     *
     * @param sample noisy latents (B, in, H, W)
     * @param timesteps (B) or (1)
     * @param context the prompt, B rows or one
     * @param pooled (B, pooled width) or one row, null where the configuration has none
     * @param style what the control branch is fed, or null for the plain base
     * @param strength how far the base follows the branch, 0 to 1; at 0 it is exactly the plain base
     * @return the prediction (B, out, H, W)
     */
    public Tensor forward(
            Tensor sample,
            Tensor timesteps,
            Context context,
            @Nullable Tensor pooled,
            ControlUNet.@Nullable Input style,
            double strength) {
        if (style == null || strength == 0) {
            return base.forward(sample, timesteps, context, pooled);
        }
        return Scope.of(() -> {
            Tensor embedding = base.timeEmbedding(timesteps, pooled);
            UNet.Down down = base.down(sample, embedding, context);
            requireSameSize(style.map(), down.hidden());
            Tensor hidden = base.upPath().mid(down.hidden(), embedding, context);
            return base.out(controlled(hidden, down.skips(), embedding, context, style, strength));
        });
    }

    private Tensor controlled(
            Tensor bottleneck,
            List<Tensor> skips,
            Tensor embedding,
            Context context,
            ControlUNet.Input style,
            double strength) {
        Tensor styled = control.timeEmbedding(embedding, style);
        Tensor hidden = bottleneck;
        Tensor guide = control.mid(style, styled, context);
        Tensor mixed = control.mix(0, guide, hidden);
        for (int step = 0; step < skips.size(); step++) {
            hidden = torch.lerp(hidden, second(mixed), new Scalar(strength));
            hidden = base.upPath().up(step, hidden, skips, embedding, context);
            guide = control.up(style, step, first(mixed), skips, styled, context);
            mixed = control.mix(step + 1, guide, hidden);
        }
        return torch.lerp(hidden, second(mixed), new Scalar(strength));
    }

    private static Tensor first(Tensor mixed) {
        return mixed.narrow(1, 0, mixed.size(1) / 2);
    }

    private static Tensor second(Tensor mixed) {
        return mixed.narrow(1, mixed.size(1) / 2, mixed.size(1) / 2);
    }

    private static void requireSameSize(Tensor map, Tensor bottleneck) {
        if (map.size(2) != bottleneck.size(2) || map.size(3) != bottleneck.size(3)) {
            throw new IllegalArgumentException("the style map is " + map.size(2) + "x" + map.size(3)
                    + ", but the bottleneck for these latents is " + bottleneck.size(2) + "x" + bottleneck.size(3));
        }
    }
}
