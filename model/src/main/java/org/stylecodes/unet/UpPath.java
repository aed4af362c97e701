package org.stylecodes.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;

/**
 * The second half of a {@link UNet}, from the bottleneck up to the full size. It runs one step at a time, so that another network can
 * run alongside. Thread-safe.
 */
public final class UpPath {
    private final MidBlock mid;
    private final List<UpLayer> layers;

    private UpPath(MidBlock mid, List<UpLayer> layers) {
        this.mid = mid;
        this.layers = layers;
    }

    /** Reads {@code mid_block} and {@code up_blocks}. */
    public static UpPath of(UNetConfig config, Weights weights) {
        MidBlock mid = MidBlock.of(weights.at("mid_block"), config);
        List<UpLayer> layers = new ArrayList<>();
        for (int block = 0; block < config.levels().size(); block++) {
            layers.addAll(block(
                    config, weights.at("up_blocks." + block), config.levels().size() - 1 - block));
        }
        return new UpPath(mid, List.copyOf(layers));
    }

    private static List<UpLayer> block(UNetConfig config, Weights weights, int index) {
        List<UNetConfig.Level> levels = config.levels();
        UNetConfig.Level level = levels.get(index);
        int channels = level.channels();
        int below = levels.get(Math.min(index + 1, levels.size() - 1)).channels();
        int above = levels.get(Math.max(index - 1, 0)).channels();
        List<UpLayer> layers = new ArrayList<>();
        for (int i = 0; i <= level.layers(); i++) {
            boolean last = i == level.layers();
            // The last skip of a level comes from the level above.
            int hidden = i == 0 ? below : channels;
            int skip = last ? above : channels;
            layers.add(new UpLayer(
                    Layer.of(weights, config, level, i, hidden + skip, level.upAttention()),
                    hidden,
                    index,
                    last && index > 0 ? Conv2d.of(weights.at("upsamplers.0.conv"), channels, channels, 3) : null));
        }
        return layers;
    }

    /** The number of steps above the bottleneck. This is also the number of skips. */
    public int size() {
        return layers.size();
    }

    /** The bottleneck: (B, C, h, w) to the same. */
    public Tensor mid(Tensor hidden, Tensor embedding, Context context) {
        return mid.forward(hidden, embedding, context);
    }

    /**
     * Runs one step.
     *
     * @param step 0 is the step above the bottleneck
     * @param hidden the output of the previous step, (B, C, h, w)
     * @param skips all skips of the down path; each step uses its own, step 0 the last one
     * @param embedding the time embedding
     * @param context the prompt
     * @return (B, C', h', w'), of the size of the skip that the next step uses
     */
    public Tensor up(int step, Tensor hidden, List<Tensor> skips, Tensor embedding, Context context) {
        int own = skips.size() - 1 - step;
        @Nullable Tensor next = own == 0 ? null : skips.get(own - 1);
        return layers.get(step).forward(hidden, skips.get(own), next, embedding, context);
    }

    /** The skip that a step uses. */
    public Tensor skip(int step, List<Tensor> skips) {
        return skips.get(skips.size() - 1 - step);
    }

    /** A copy of the list with another skip for this step. The step reads only the sizes of the other skips. */
    public List<Tensor> withSkip(int step, List<Tensor> skips, Tensor other) {
        List<Tensor> changed = new ArrayList<>(skips);
        changed.set(skips.size() - 1 - step, other);
        return changed;
    }

    /**
     * As {@link #up}, with zeros in place of the skip. Only the sizes of {@code skips} are read.
     *
     * @param zeros the result of {@link #zeroSkips} for latents of this size, or null if it is not precomputed
     */
    public Tensor upWithoutSkip(
            int step, Tensor hidden, List<Tensor> skips, @Nullable ZeroSkips zeros, Tensor embedding, Context context) {
        int own = skips.size() - 1 - step;
        @Nullable Tensor next = own == 0 ? null : skips.get(own - 1);
        UpLayer layer = layers.get(step);
        return zeros == null
                ? Scope.of(() -> layer.forward(hidden, torch.zeros_like(skips.get(own)), next, embedding, context))
                : layer.forward(zeros.block(step), hidden, next, embedding, context);
    }

    /** Precomputes what {@link #upWithoutSkip} needs for latents of this size, for use in many sampling steps. */
    public ZeroSkips zeroSkips(long height, long width) {
        return new ZeroSkips(
                layers.stream().map(layer -> layer.skipless(height, width)).toList());
    }

    /** The layers that compute keys and values from the prompt, for {@link Context#prepare}. */
    public Stream<Linear> promptLayers() {
        return Stream.concat(
                mid.promptLayers(), layers.stream().flatMap(step -> step.layer().promptLayers()));
    }
}
