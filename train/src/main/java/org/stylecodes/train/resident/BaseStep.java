package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.tensor.Conv2d;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Weights;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/**
 * Trains the text encoder and the UNet together, with the code of another picture of the style in the time embedding. A map in the middle of
 * the down path is aligned with that of a network that names contents (Yu et al. 2025), which lets contents be learned sooner.
 */
final class BaseStep implements TimedStage.Step {
    private static final double RATE = 1.2e-3;
    private static final double AVERAGING = 0.998;
    private static final double EMPTY_CAPTIONS = 0.1;
    private static final double DROPPED_STYLES = 0.3;
    private static final double ALIGNMENT = 0.5;

    private final LatentBank latents;
    private final NoiseSchedule schedule;
    private final int count;
    private final FlatWeights weights;
    private final UNet unet;
    private final TextEncoder text;
    private final Conv2d aligned;

    BaseStep(
            LatentBank latents,
            NoiseSchedule schedule,
            UNetConfig unet,
            TextConfig text,
            int count,
            FlatWeights weights) {
        this.latents = latents;
        this.schedule = schedule;
        this.count = count;
        this.weights = weights;
        Weights trainable = weights.trainable();
        this.unet = UNet.of(unet, trainable.at("unet"));
        this.text = TextEncoder.of(text, trainable.at("text_encoder"));
        this.aligned = alignment(unet, trainable);
    }

    /** All networks of the stage, for the initial weights. */
    static void request(UNetConfig unet, TextConfig text, Weights weights) {
        UNet.of(unet, weights.at("unet"));
        TextEncoder.of(text, weights.at("text_encoder"));
        alignment(unet, weights);
    }

    private static Conv2d alignment(UNetConfig unet, Weights weights) {
        return Conv2d.of(weights.at("alignment"), unet.levels().get(1).channels(), ContentJudge.WIDTH, 1);
    }

    @Override
    public FlatWeights weights() {
        return weights;
    }

    @Override
    public int batch() {
        return count;
    }

    @Override
    public Map<String, Tensor> take(Progress progress, SplittableRandom random) {
        DenoisingBatch batch =
                DenoisingBatch.draw(latents, schedule, count, false, EMPTY_CAPTIONS, DROPPED_STYLES, random);
        TextEncoder.Encoded prompt = text.forward(batch.ids());
        Context context = Context.of(prompt.lastHiddenState());
        Tensor plain = unet.timeEmbedding(batch.timesteps(), prompt.pooled());
        Tensor code = unet.styledEmbedding(plain, batch.values(), 1).sub(plain);
        Tensor embedding = plain.add(code.mul(batch.styled().type_as(code)));
        UNet.Down down = unet.down(batch.noisy(), embedding, context);
        Tensor hidden = unet.upPath().mid(down.hidden(), embedding, context);
        for (int step = 0; step < unet.upPath().size(); step++) {
            hidden = unet.upPath().up(step, hidden, down.skips(), embedding, context);
        }
        Tensor loss = torch.mse_loss(unet.out(hidden).to(ScalarType.Float), batch.target());
        Tensor alignment = alignment(batch, down);
        loss.add(Layers.scaled(alignment, ALIGNMENT)).backward();
        weights.step(progress.rate(RATE), AVERAGING);
        Map<String, Tensor> terms = new HashMap<>();
        terms.put("loss", loss);
        terms.put("alignment", alignment);
        return terms;
    }

    private Tensor alignment(DenoisingBatch batch, UNet.Down down) {
        Tensor target = latents.features(batch.indices()).to(ScalarType.Float);
        Tensor map = null;
        for (Tensor skip : down.skips()) {
            if (skip.size(2) == ContentJudge.SIDE) {
                map = skip; // the last of this size
            }
        }
        if (map == null) {
            throw new IllegalStateException("no map of " + ContentJudge.SIDE + "x" + ContentJudge.SIDE);
        }
        Tensor projected = ContentJudge.normalized(aligned.forward(map).to(ScalarType.Float));
        return projected.mul(target).sum(1).mean().neg().add(new Scalar(1.0));
    }
}
