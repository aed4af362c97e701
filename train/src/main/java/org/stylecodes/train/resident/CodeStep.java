package org.stylecodes.train.resident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Linear;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.vision.TextureConfig;
import org.stylecodes.vision.TextureTower;

/**
 * Trains the encoding of pictures to codes on pairs of pictures of one style (InfoNCE, van den Oord et al. 2018). Small networks predict the
 * palette of the other picture and the treatment from the code.
 */
final class CodeStep implements TimedStage.Step {
    private static final double RATE = 1.5e-3;
    private static final double AVERAGING = 0.995;
    private static final int QUANTILES = 8;
    private static final int GRID = 16;
    private static final int TREATMENTS = 32;
    private static final double PREDICTION_WEIGHT = 0.3;

    private final PictureBank bank;
    private final int pairs;
    private final FlatWeights weights;
    private final Network network;

    /** The encoder with its small networks, of the weights of a model folder below {@code image_encoder} and {@code style}. */
    record Network(
            TextureTower tower,
            StyleAutoencoder autoencoder,
            StyleConfig style,
            Tensor logitScale,
            Linear hidden,
            Linear palette,
            Linear treatment) {
        static Network of(TextureConfig config, StyleConfig style, Weights weights) {
            int latent = style.autoencoder().latent();
            return new Network(
                    TextureTower.of(config, weights.at("image_encoder")),
                    SplitAutoencoder.encoder(style.autoencoder(), weights.at("style")),
                    style,
                    weights.tensor("sharpness", (tensor, generator) -> tensor.fill_(new Scalar(2.5)), 1),
                    Linear.of(weights.at("foretold.hidden"), latent, 128),
                    Linear.of(weights.at("foretold.palette"), 128, 3 * QUANTILES),
                    Linear.of(weights.at("foretold.treatment"), 128, TREATMENTS));
        }

        // The values of codes before and after rounding, float32
        Tensor latents(Tensor pixels) {
            return autoencoder
                    .encode(tower.features(pixels, style.featureLayer()))
                    .to(ScalarType.Float);
        }
    }

    CodeStep(PictureBank bank, TextureConfig config, StyleConfig style, int pairs, FlatWeights weights) {
        this.bank = bank;
        this.pairs = pairs;
        this.weights = weights;
        this.network = Network.of(config, style, weights.trainable());
    }

    @Override
    public FlatWeights weights() {
        return weights;
    }

    @Override
    public int batch() {
        return pairs;
    }

    @Override
    public Map<String, Tensor> take(Progress progress, SplittableRandom random) {
        long[] indices = new long[2 * pairs];
        long[] treatments = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            int style = bank.anyStyle(random);
            int one = random.nextInt(bank.perStyle());
            int other = (one + 1 + random.nextInt(bank.perStyle() - 1)) % bank.perStyle();
            indices[i] = (long) style * bank.perStyle() + one;
            indices[pairs + i] = (long) style * bank.perStyle() + other;
            treatments[i] = bank.facts((int) indices[i]).treatment();
        }
        Tensor pixels = bank.pixels(Batch.of(bank.placement().device(), indices));
        Tensor values = network.style().quantizer().straightThrough(network.latents(pixels));
        Tensor one = values.narrow(0, 0, pairs);
        Tensor two = values.narrow(0, pairs, pairs);
        Tensor logits = Layers.scaled(distances(one, two), -1)
                .mul(network.logitScale().to(ScalarType.Float).exp());
        Tensor target =
                Batch.of(bank.placement().device(), LongStream.range(0, pairs).toArray());
        Tensor contrast =
                torch.cross_entropy_loss(logits, target).add(torch.cross_entropy_loss(logits.transpose(0, 1), target));
        Tensor hidden = torch.silu(network.hidden().forward(values.type_as(pixels)));
        Tensor palettes = palettes(pixels);
        Tensor swapped = Layers.cat(0, palettes.narrow(0, pairs, pairs), palettes.narrow(0, 0, pairs));
        Tensor palette = network.palette()
                .forward(hidden)
                .to(ScalarType.Float)
                .sub(swapped)
                .abs()
                .mean();
        Tensor labels = Batch.of(bank.placement().device(), treatments).repeat(2);
        Tensor treatment =
                torch.cross_entropy_loss(network.treatment().forward(hidden).to(ScalarType.Float), labels);
        contrast.add(Layers.scaled(palette, 3 * PREDICTION_WEIGHT))
                .add(Layers.scaled(treatment, PREDICTION_WEIGHT))
                .backward();
        weights.step(progress.rate(RATE), AVERAGING);
        Map<String, Tensor> terms = new HashMap<>();
        terms.put("contrast", contrast);
        terms.put("palette", palette);
        terms.put("treatment", treatment);
        terms.put("logit_scale", network.logitScale());
        terms.put("top1", top1(logits, target));
        return terms;
    }

    private static Tensor top1(Tensor logits, Tensor target) {
        return logits.argmax(new LongOptional(1), false)
                .eq(target)
                .to(ScalarType.Float)
                .mean();
    }

    // (A, B): the squared distances of codes, as means over their values
    static Tensor distances(Tensor one, Tensor two) {
        return one.unsqueeze(1).sub(two.unsqueeze(0)).square().mean(-1);
    }

    // Quantiles of every colour channel over a coarse grid, (B, 3 * QUANTILES), float32
    private static Tensor palettes(Tensor pixels) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return Scope.of(() -> {
                long cell = pixels.size(2) / GRID;
                Tensor grid = torch.avg_pool2d(pixels, cell, cell)
                        .to(ScalarType.Float)
                        .flatten(2, 3);
                T_TensorTensor_T sorted = torch.sort(grid, 2, false);
                long width = sorted.get0().size(2) / QUANTILES;
                return sorted.get0()
                        .view(pixels.size(0), 3, QUANTILES, width)
                        .mean(-1)
                        .flatten(1, 2);
            });
        }
    }
}
