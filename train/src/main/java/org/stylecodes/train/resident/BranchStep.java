package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleAutoencoderConfig;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;

/** Trains the control branch and the decoding half of the style autoencoder on the frozen base. */
final class BranchStep implements TimedStage.Step {
    private static final double RATE = 1e-3;
    private static final double AVERAGING = 0.998;
    private static final double EMPTY_CAPTIONS = 0.1;

    private final LatentBank latents;
    private final NoiseSchedule schedule;
    private final int count;
    private final FlatWeights weights;
    private final TextEncoder text;
    private final StyledUNet network;
    private final StyleAutoencoder autoencoder;

    BranchStep(
            LatentBank latents,
            NoiseSchedule schedule,
            UNet base,
            TextEncoder text,
            StyleAutoencoderConfig autoencoder,
            Weights encoding,
            int count,
            FlatWeights weights) {
        this.latents = latents;
        this.schedule = schedule;
        this.count = count;
        this.text = text;
        this.weights = weights;
        Weights trainable = weights.trainable();
        this.network = new StyledUNet(base, ControlUNet.withStyleTime(base.config(), autoencoder.latent(), trainable));
        this.autoencoder = SplitAutoencoder.autoencoder(autoencoder, encoding, trainable);
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
        DenoisingBatch batch = DenoisingBatch.draw(latents, schedule, count, true, EMPTY_CAPTIONS, 0, random);
        TextEncoder.Encoded prompt = prompt(batch);
        int side = network.base().config().bottleneck((int) batch.noisy().size(2));
        Tensor values = batch.values().type_as(batch.noisy());
        Tensor predicted = network.forward(
                batch.noisy(),
                batch.timesteps(),
                Context.of(prompt.lastHiddenState()),
                prompt.pooled(),
                new ControlUNet.Input(autoencoder.decode(values, side, side), values),
                1);
        Tensor loss = torch.mse_loss(predicted.to(ScalarType.Float), batch.target());
        loss.backward();
        weights.step(progress.rate(RATE), AVERAGING);
        Map<String, Tensor> terms = new HashMap<>();
        terms.put("loss", loss);
        return terms;
    }

    private TextEncoder.Encoded prompt(DenoisingBatch batch) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return text.forward(batch.ids());
        }
    }
}
