package org.stylecodes.style;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.Mlp;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.unet.UpPath;
import org.stylecodes.unet.ZeroSkips;

/**
 * The branch that brings a style into a frozen UNet (Rowles 2024): a copy of the base's bottleneck and way up that starts from
 * the style alone, and layers that mix it with the base after every step. {@link StyledUNet} runs the two together.
 *
 * <p>The sizes are those of the base. Thread-safe; it runs for inference and for training.
 */
public final class ControlUNet {
    /** The part of published names that the copied blocks are under. */
    static final String COPY = "control_model";

    private final UpPath path;
    private final List<MixLayer> mixes; // after the bottleneck, then after every step up
    private final @Nullable Mlp styleTime;

    private ControlUNet(UpPath path, List<MixLayer> mixes, @Nullable Mlp styleTime) {
        this.path = path;
        this.mixes = mixes;
        this.styleTime = styleTime;
    }

    /**
     * What the branch is fed.
     *
     * @param map the decoded style at the bottleneck, (B, bottom channels, h, w), or one row for the whole batch
     * @param values the numbers of the code in -1..1, (B, 20) or (1, 20); only looked at by a branch that takes them into its time
     *     embedding, which needs them
     * @param zeros what stands in the place of the base's skips, where it was worked out beforehand
     */
    public record Input(
            Tensor map, @Nullable Tensor values, @Nullable ZeroSkips zeros) {
        /** With nothing worked out beforehand, as training needs it. */
        public Input(Tensor map, @Nullable Tensor values) {
            this(map, values, null);
        }
    }

    /** The same with what can be worked out beforehand, for use over many steps with latents of this size. */
    public Input prepare(Input style, long height, long width) {
        return new Input(style.map(), style.values(), path.zeroSkips(height, width));
    }

    /**
     * Reads the tensors that the base's configuration implies, named as in the published checkpoint without its prefix
     * {@code controlnet}.
     */
    public static ControlUNet of(UNetConfig base, Weights weights) {
        return new ControlUNet(UpPath.of(base.withLinearProjection(), weights.at(COPY)), mixes(base, weights), null);
    }

    /**
     * As {@link #of}, with {@code style_time_mlp}: a small network through which the code also enters the branch's time embedding.
     *
     * @param values how many numbers a code has
     */
    public static ControlUNet withStyleTime(UNetConfig base, int values, Weights weights) {
        return new ControlUNet(
                UpPath.of(base.withLinearProjection(), weights.at(COPY)),
                mixes(base, weights),
                Mlp.of(weights.at("style_time_mlp"), values, base.timeWidth()));
    }

    /**
     * New tensors for training: the blocks begin as copies of the base's, the mixes near the identity.
     *
     * @param config of the base
     * @param base its tensors
     * @param into where the new tensors are put, by full name; the caller owns them
     * @param generator draws the numbers of what has no counterpart in the base
     */
    public static Weights start(UNetConfig config, Weights base, Map<String, Tensor> into, Generator generator) {
        return Weights.of(new ControlUNetStart(config, base, into, Weights.fresh(into, generator)));
    }

    private static List<MixLayer> mixes(UNetConfig base, Weights weights) {
        List<Integer> channels = base.upChannels();
        return Stream.concat(
                        Stream.of(MixLayer.of(
                                weights.at("middle_block_out"), base.bottom().channels())),
                        IntStream.range(0, channels.size())
                                .mapToObj(step -> MixLayer.of(
                                        weights.at(COPY).at("up_zero_convs_out." + step), channels.get(step))))
                .toList();
    }

    // The base's time embedding (B or 1, time) with the code's numbers added
    Tensor timeEmbedding(Tensor embedding, Input style) {
        if (styleTime == null) {
            return embedding;
        }
        if (style.values() == null) {
            throw new IllegalArgumentException("this control branch needs the numbers of the code beside its map");
        }
        return embedding.add(styleTime.forward(style.values()));
    }

    Tensor mid(Tensor map, Tensor embedding, Context context) {
        return path.mid(map, embedding, context);
    }

    // The branch has no skips of its own: zeros like those of the base stand in for them.
    Tensor up(Input style, int step, Tensor hidden, List<Tensor> baseSkips, Tensor embedding, Context context) {
        return path.upWithoutSkip(step, hidden, baseSkips, style.zeros(), embedding, context);
    }

    // (B, 2 C, H, W), the new control first; 0 is the mix after the bottleneck
    Tensor mix(int index, Tensor control, Tensor base) {
        return mixes.get(index).forward(control, base);
    }

    Stream<Linear> promptLayers() {
        return path.promptLayers();
    }
}
