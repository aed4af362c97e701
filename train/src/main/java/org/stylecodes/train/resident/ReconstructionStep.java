package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Layers;
import org.stylecodes.train.stage.ReconstructionError;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;

/**
 * Trains the autoencoder on crops: absolute and squared error, errors of gradients at two scales, of colour differences and of the means of
 * blocks, and in the last phase a patch discriminator (Esser et al. 2021), which brings textures back that the other terms blur.
 */
final class ReconstructionStep implements TimedStage.Step {
    private static final double RATE = 2e-3;
    private static final double DISCRIMINATOR_RATE = 3e-4;
    private static final double AVERAGING = 0.998;
    private static final double GRADIENTS = 0.5;
    private static final double CHROMA = 0.5;
    private static final double BLOCKS = 0.5;
    private static final double DIVERGENCE = 2e-4;
    private static final double ADVERSARIAL = 0.12;
    private static final int BLOCK = 8;

    private final PictureBank bank;
    private final int crops;
    private final int crop;
    private final double adversarialFrom;
    private final FlatWeights weights;
    private final Autoencoder vae;
    private final FlatWeights discriminatorWeights;
    private final PatchDiscriminator discriminator;

    /**
     * Makes the step.
     *
     * @param adversarialFrom the share of the stage after which the discriminator takes part
     */
    ReconstructionStep(
            PictureBank bank, VaeConfig config, int crops, int crop, double adversarialFrom, FlatWeights weights) {
        this.bank = bank;
        this.crops = crops;
        this.crop = crop;
        this.adversarialFrom = adversarialFrom;
        this.weights = weights;
        this.vae = Autoencoder.of(config, weights.trainable());
        Map<String, Tensor> fresh = Stage.fresh(11, PatchDiscriminator::of);
        this.discriminatorWeights = new FlatWeights(fresh, bank.placement());
        fresh.values().forEach(Tensor::close);
        this.discriminator = PatchDiscriminator.of(discriminatorWeights.trainable());
    }

    @Override
    public FlatWeights weights() {
        return weights;
    }

    @Override
    public void close() {
        weights.close();
        discriminatorWeights.close();
    }

    @Override
    public int batch() {
        return crops;
    }

    @Override
    public Map<String, Tensor> take(Progress progress, SplittableRandom random) {
        long[] indices = new long[crops];
        for (int i = 0; i < crops; i++) {
            indices[i] = (long) bank.anyStyle(random) * bank.perStyle() + random.nextInt(bank.perStyle());
        }
        Tensor target = bank.crops(Batch.of(bank.placement().device(), indices), crop, random);
        Autoencoder.Moments moments = vae.encode(target);
        Tensor latents = moments.sample(torch.empty_like(moments.mean()).normal_());
        Tensor decoded = vae.decode(latents);
        Tensor error = decoded.sub(target).to(ScalarType.Float);
        Tensor absolute = error.abs().mean();
        Tensor squared = error.square().mean();
        Tensor gradients = ReconstructionError.gradients(error);
        Tensor blocks = torch.avg_pool2d(error, BLOCK, BLOCK).abs().mean();
        Tensor divergence = ReconstructionError.divergence(moments);
        Tensor total = absolute.add(Layers.scaled(squared, 0.5))
                .add(Layers.scaled(gradients, GRADIENTS))
                .add(Layers.scaled(ReconstructionError.chroma(error), CHROMA))
                .add(Layers.scaled(blocks, BLOCKS))
                .add(Layers.scaled(divergence, DIVERGENCE));
        Map<String, Tensor> terms = new HashMap<>();
        boolean adversarial = progress.share() >= adversarialFrom;
        if (adversarial) {
            Tensor fooled = discriminator.forward(decoded).to(ScalarType.Float).mean();
            total = total.sub(Layers.scaled(fooled, ADVERSARIAL));
        }
        total.backward();
        weights.step(progress.rate(RATE), AVERAGING);
        if (adversarial) {
            terms.put("hinge", discriminate(target, decoded.detach()));
        }
        terms.put("l1", absolute);
        terms.put("mse", squared);
        terms.put("divergence", divergence);
        return terms;
    }

    // The discriminator's own step. Gradients that the autoencoder's step left in its weights are cleared with the
    // first line.
    private Tensor discriminate(Tensor real, Tensor decoded) {
        discriminatorWeights.clear();
        Tensor judged = discriminator.forward(Layers.cat(0, real, decoded)).to(ScalarType.Float);
        Scalar one = new Scalar(1.0);
        Tensor hinge = torch.relu(judged.narrow(0, 0, crops).neg().add(one))
                .mean()
                .add(torch.relu(judged.narrow(0, crops, crops).add(one)).mean());
        hinge.backward();
        discriminatorWeights.step(DISCRIMINATOR_RATE, AVERAGING);
        return hinge;
    }
}
