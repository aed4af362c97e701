package org.stylecodes.style;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;

/**
 * A UNet and the control branch that steers it. Thread-safe. Works in inference and in training; the base may be frozen.
 *
 * <p>A base that reads codes gets the code in its time embedding too, scaled by the strength. The time embedding of the control branch starts
 * from the one without the code.
 *
 * <p>The control's bottleneck depends only on the prompt, the style and the timestep. If the batch has one row of each, it is computed
 * once for the whole batch.
 */
public record StyledUNet(UNet base, ControlUNet control) {
    /** The prompt (B, tokens, text width) with the precomputed keys and values of both networks, for use in many steps. */
    public Context prepare(Tensor text) {
        return Context.of(text)
                .prepare(Stream.concat(base.promptLayers(), control.promptLayers())
                        .toList());
    }

    /**
     * Predicts for noisy latents in a style.
     *
     * @param sample noisy latents (B, in, H, W)
     * @param timesteps (B) or (1)
     * @param context the prompt, B rows or one
     * @param pooled (B, pooled width) or one row; null if the configuration has no pooled text
     * @param style the input of the control branch, or null for the base alone
     * @param strength how much the style changes the base, 0 to 1; 0 gives exactly the base's prediction without a code
     * @return the prediction (B, out, H, W)
     * @throws IllegalArgumentException if the style map does not have the size of the bottleneck, or the base or the branch reads codes and
     *     the style has no values
     */
    public Tensor forward(
            Tensor sample,
            Tensor timesteps,
            Context context,
            @Nullable Tensor pooled,
            ControlUNet.@Nullable Input style,
            double strength) {
        return forward(sample, timesteps, context, pooled, style, strength, SegmentRunner.ONCE);
    }

    /**
     * As {@link #forward(Tensor, Tensor, Context, Tensor, ControlUNet.Input, double)}, in segments: one for the two bottlenecks, and
     * one for both networks in every step of the up path. The down path is not a segment, because a frozen base records no gradients there.
     */
    public Tensor forward(
            Tensor sample,
            Tensor timesteps,
            Context context,
            @Nullable Tensor pooled,
            ControlUNet.@Nullable Input style,
            double strength,
            SegmentRunner segments) {
        if (style == null || strength == 0) {
            return base.forward(sample, timesteps, context, pooled, segments);
        }
        return Scope.of(() -> {
            Tensor plain = base.timeEmbedding(timesteps, pooled);
            Tensor baseTime = baseTime(plain, style, strength);
            UNet.Down down = base.down(sample, baseTime, context);
            requireSameSize(style.map(), down.hidden());
            Tensor controlTime = control.timeEmbedding(plain, style);
            return base.out(controlled(down, baseTime, controlTime, context, style, strength, segments));
        });
    }

    // (B or 1, time), with the code added if the base reads codes
    private Tensor baseTime(Tensor plain, ControlUNet.Input style, double strength) {
        if (base.config().codeWidth() == 0) {
            return plain;
        }
        if (style.values() == null) {
            throw new IllegalArgumentException("this base needs the code's values besides the style map");
        }
        return base.styledEmbedding(plain, style.values(), strength);
    }

    private Tensor controlled(
            UNet.Down down,
            Tensor baseTime,
            Tensor controlTime,
            Context context,
            ControlUNet.Input style,
            double strength,
            SegmentRunner segments) {
        List<Tensor> both = segments.run(
                in -> bottlenecks(in.get(0), in.get(1), in.get(2), in.get(3), context.with(in.get(4))),
                List.of(down.hidden(), style.map(), baseTime, controlTime, context.text()));
        for (int step = 0; step < down.skips().size(); step++) {
            int current = step;
            both = segments.run(
                    in -> {
                        List<Tensor> skips = base.upPath().withSkip(current, down.skips(), in.get(2));
                        Context prompt = context.with(in.get(5));
                        Tensor hidden = base.upPath()
                                .up(current, followed(in.get(0), in.get(1), strength), skips, in.get(3), prompt);
                        Tensor controlHidden = control.up(style, current, first(in.get(1)), skips, in.get(4), prompt);
                        return List.of(hidden, control.mix(current + 1, controlHidden, hidden));
                    },
                    List.of(
                            both.get(0),
                            both.get(1),
                            base.upPath().skip(step, down.skips()),
                            baseTime,
                            controlTime,
                            context.text()));
        }
        return followed(both.get(0), both.get(1), strength);
    }

    // The base's hidden state, and the mix of both
    private List<Tensor> bottlenecks(Tensor hidden, Tensor map, Tensor baseTime, Tensor controlTime, Context context) {
        Tensor bottom = base.upPath().mid(hidden, baseTime, context);
        Tensor controlHidden = control.mid(map, controlTime, context);
        return List.of(bottom, control.mix(0, controlHidden, bottom));
    }

    private static Tensor followed(Tensor hidden, Tensor mixed, double strength) {
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
