package org.stylecodes.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.GroupNorm;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Weights;

/**
 * The UNet that predicts the noise in latents from a timestep and a prompt (Rombach et al. 2022). Its tensors have the names of
 * diffusers' {@code UNet2DConditionModel}.
 *
 * <p>It runs completely with {@link #forward}, which reads no code, or in parts, in the order {@link #timeEmbedding},
 * {@link #styledEmbedding} if it reads a code, {@link #down}, {@link UpPath#mid}, every
 * {@link UpPath#up}, {@link #out}. Timesteps, prompt and pooled text have one row for each item of the batch, or one row for all. Latents
 * may have any height and width. Thread-safe. Works in inference and in training.
 */
public final class UNet {
    private final UNetConfig config;
    private final TimeEmbedding time;
    private final Conv2d convIn;
    private final List<DownBlock> downBlocks;
    private final UpPath upPath;
    private final GroupNorm normOut;
    private final Conv2d convOut;

    private UNet(UNetConfig config, Weights weights) {
        int top = config.levels().get(0).channels();
        this.config = config;
        this.time = TimeEmbedding.of(weights, config);
        this.convIn = Conv2d.of(weights.at("conv_in"), config.inChannels(), top, 3);
        this.downBlocks = IntStream.range(0, config.levels().size())
                .mapToObj(i -> DownBlock.of(weights.at("down_blocks." + i), config, i))
                .toList();
        this.upPath = UpPath.of(config, weights);
        this.normOut = GroupNorm.of(weights.at("conv_norm_out"), top, config.groups(), config.epsilon());
        this.convOut = Conv2d.of(weights.at("conv_out"), top, config.outChannels(), 3);
    }

    /** Reads the tensors that the configuration implies. */
    public static UNet of(UNetConfig config, Weights weights) {
        return new UNet(config, weights);
    }

    /** The sizes and options. */
    public UNetConfig config() {
        return config;
    }

    /** The bottleneck and the up path. */
    public UpPath upPath() {
        return upPath;
    }

    /** The result of the down path: the input of the bottleneck, and the skips of the up path in the order they were made. */
    public record Down(Tensor hidden, List<Tensor> skips) {}

    /**
     * The embedding of the timestep and the pooled text.
     *
     * @param timesteps (B) of any number type, 0..999 for a schedule of 1000 steps; fractions are allowed
     * @param pooled (B, pooled width); null if the configuration has no pooled text
     * @return (B, time width)
     */
    public Tensor timeEmbedding(Tensor timesteps, @Nullable Tensor pooled) {
        return Scope.of(() -> time.forward(timesteps, pooled));
    }

    /**
     * Adds style codes to the time embedding. A UNet that does not read codes returns the embedding unchanged.
     *
     * @param embedding the result of {@link #timeEmbedding}, (B, time width) or one row
     * @param values the values of codes in -1..1, (B, code width) or one row
     * @param strength the factor of what the codes add, 0 to 1
     * @return (B, time width), or one row if both have one
     */
    public Tensor styledEmbedding(Tensor embedding, Tensor values, double strength) {
        return Scope.of(() -> time.withCode(embedding, values, strength));
    }

    /** The down path: latents (B, in, H, W), time embedding and prompt to the bottleneck's input and the skips. */
    public Down down(Tensor sample, Tensor embedding, Context context) {
        return down(sample, embedding, context, SegmentRunner.ONCE);
    }

    /** As {@link #down(Tensor, Tensor, Context)}, with one segment for each level. */
    public Down down(Tensor sample, Tensor embedding, Context context, SegmentRunner segments) {
        List<Tensor> skips = new ArrayList<>();
        skips.add(convIn.forward(sample));
        for (DownBlock block : downBlocks) {
            skips.addAll(segments.run(
                    in -> block.forward(in.get(0), in.get(1), context.with(in.get(2))),
                    List.of(skips.get(skips.size() - 1), embedding, context.text())));
        }
        return new Down(skips.get(skips.size() - 1), List.copyOf(skips));
    }

    /** The prediction (B, out, H, W), from the output of the up path. */
    public Tensor out(Tensor hidden) {
        return Scope.of(() -> convOut.forward(normOut.silu(hidden)));
    }

    /**
     * Runs the whole network.
     *
     * @param sample noisy latents (B, in, H, W)
     * @param timesteps (B) or (1)
     * @param context the prompt, B rows or one
     * @param pooled (B, pooled width) or one row; null if the configuration has no pooled text
     * @return the prediction (B, out, H, W)
     */
    public Tensor forward(Tensor sample, Tensor timesteps, Context context, @Nullable Tensor pooled) {
        return forward(sample, timesteps, context, pooled, SegmentRunner.ONCE);
    }

    /** As {@link #forward(Tensor, Tensor, Context, Tensor)}, in segments: every level down, the bottleneck, every step up. */
    public Tensor forward(
            Tensor sample, Tensor timesteps, Context context, @Nullable Tensor pooled, SegmentRunner segments) {
        return Scope.of(() -> {
            Tensor embedding = timeEmbedding(timesteps, pooled);
            Down down = down(sample, embedding, context, segments);
            Tensor hidden = segments.one(
                    in -> upPath.mid(in.get(0), in.get(1), context.with(in.get(2))),
                    List.of(down.hidden(), embedding, context.text()));
            for (int step = 0; step < upPath.size(); step++) {
                int current = step;
                hidden = segments.one(
                        in -> upPath.up(
                                current,
                                in.get(0),
                                upPath.withSkip(current, down.skips(), in.get(1)),
                                in.get(2),
                                context.with(in.get(3))),
                        List.of(hidden, upPath.skip(step, down.skips()), embedding, context.text()));
            }
            return out(hidden);
        });
    }

    /** The prompt (B, tokens, text width) with the precomputed keys and values of all layers, for use in many steps. */
    public Context prepare(Tensor text) {
        return Context.of(text).prepare(promptLayers().toList());
    }

    /** The layers that compute keys and values from the prompt, for {@link Context#prepare}. */
    public Stream<Linear> promptLayers() {
        return Stream.concat(downBlocks.stream().flatMap(DownBlock::promptLayers), upPath.promptLayers());
    }
}
