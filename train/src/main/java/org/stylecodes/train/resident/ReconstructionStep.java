package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.tensor.Layers;
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
        Tensor gradients = gradients(error).add(gradients(torch.avg_pool2d(error, 2, 2)));
        Tensor blocks = torch.avg_pool2d(error, BLOCK, BLOCK).abs().mean();
        Tensor divergence = divergence(moments);
        Tensor total = absolute.add(Layers.scaled(squared, 0.5))
                .add(Layers.scaled(gradients, GRADIENTS))
                .add(Layers.scaled(chroma(error), CHROMA))
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

    // The mean absolute difference of neighbouring errors, which measures the error of edges
    private static Tensor gradients(Tensor error) {
        long height = error.size(2);
        long width = error.size(3);
        Tensor down = error.narrow(2, 1, height - 1).sub(error.narrow(2, 0, height - 1));
        Tensor right = error.narrow(3, 1, width - 1).sub(error.narrow(3, 0, width - 1));
        return down.abs().mean().add(right.abs().mean());
    }

    // The mean absolute error along the axes red - green and yellow - blue
    private static Tensor chroma(Tensor error) {
        Tensor red = error.narrow(1, 0, 1);
        Tensor green = error.narrow(1, 1, 1);
        Tensor blue = error.narrow(1, 2, 1);
        Tensor yellow = Layers.scaled(red.add(green), 0.5);
        return red.sub(green).abs().mean().add(yellow.sub(blue).abs().mean());
    }

    private static Tensor divergence(Autoencoder.Moments moments) {
        Tensor mean = moments.mean().to(ScalarType.Float);
        Tensor logVariance = moments.logVariance().to(ScalarType.Float);
        return Layers.scaled(
                        mean.square().add(logVariance.exp()).sub(logVariance).mean(), 0.5)
                .sub(new Scalar(0.5));
    }
}
