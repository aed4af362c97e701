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
 * The control branch, which brings a style into a frozen UNet (Rowles 2024). It is a copy of the base's bottleneck and up path.
 * Its input is the style map alone. After the bottleneck and after every step of the up path, a linear layer mixes the branch
 * with the base. {@link StyledUNet} runs the two together.
 *
 * <p>The branch has the sizes of the base. Thread-safe. Works in inference and in training.
 */
public final class ControlUNet {
    /** The prefix of the copied blocks in published tensor names. */
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
     * The input of the branch. Its values are also what a base that reads codes gets.
     *
     * @param map the style map at the bottleneck, (B, bottom channels, h, w), or one row for the whole batch
     * @param values the values of the code in -1..1, (B, 20) or (1, 20); required if the branch has a style time embedding or the base
     *     reads codes, ignored otherwise
     * @param zeros the precomputed stand-ins for the base's skips, or null to compute them in every step
     */
    public record Input(
            Tensor map, @Nullable Tensor values, @Nullable ZeroSkips zeros) {
        /** An input with nothing precomputed, which is what training needs. */
        public Input(Tensor map, @Nullable Tensor values) {
            this(map, values, null);
        }
    }

    /** The same input with everything precomputed that does not change between steps, for latents of this size. */
    public Input prepare(Input style, long height, long width) {
        return new Input(style.map(), style.values(), path.zeroSkips(height, width));
    }

    /**
     * Reads the tensors that the base's configuration implies. Their names are those of the published checkpoint without its
     * prefix {@code controlnet}.
     */
    public static ControlUNet of(UNetConfig base, Weights weights) {
        return new ControlUNet(UpPath.of(base.withLinearProjection(), weights.at(COPY)), mixes(base, weights), null);
    }

    /**
     * As {@link #of}, with {@code style_time_mlp}: a small network that adds the code to the branch's time embedding.
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
     * Makes new tensors for training. The blocks start as copies of the base's, and the mix layers start near the identity.
     *
     * @param config the base's configuration
     * @param base the base's tensors
     * @param into receives the new tensors by full name; the caller owns them
     * @param generator draws the tensors that have no counterpart in the base
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

    // The base's time embedding (B or 1, time), with the code added if this branch has a style time embedding
    Tensor timeEmbedding(Tensor embedding, Input style) {
        if (styleTime == null) {
            return embedding;
        }
        if (style.values() == null) {
            throw new IllegalArgumentException("this control branch needs the code's values besides the style map");
        }
        return embedding.add(styleTime.forward(style.values()));
    }

    Tensor mid(Tensor map, Tensor embedding, Context context) {
        return path.mid(map, embedding, context);
    }

    // The branch has no skips of its own. Zeros of the shapes of the base's skips stand in for them.
    Tensor up(Input style, int step, Tensor hidden, List<Tensor> baseSkips, Tensor embedding, Context context) {
        return path.upWithoutSkip(step, hidden, baseSkips, style.zeros(), embedding, context);
    }

    // (B, 2 C, H, W): the control's channels, then the base's. Index 0 is the mix layer after the bottleneck.
    Tensor mix(int index, Tensor control, Tensor base) {
        return mixes.get(index).forward(control, base);
    }

    Stream<Linear> promptLayers() {
        return path.promptLayers();
    }
}
