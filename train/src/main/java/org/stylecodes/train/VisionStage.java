package org.stylecodes.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.image.Picture;
import org.stylecodes.siglip.VisionConfig;
import org.stylecodes.siglip.VisionTower;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/**
 * Trains the image encoder and the path to a code: two pictures of one style and different content must get codes that are
 * near each other and far from those of other styles (InfoNCE, van den Oord et al. 2018), and a code must foretell the colours
 * and textures of the other picture.
 */
public final class VisionStage implements Stage {
    private final Settings settings;
    private final ModelParts parts;
    private final VisionConfig vision;
    private final StyleConfig style;
    private final StyleData training;
    private final StyleData unseen;

    /**
     * What the stage can be told.
     *
     * @param references the part of pictures, 0..1, that are references without content
     * @param foretellWeight the weight of the loss on foretold colours and textures
     */
    public record Settings(double references, double foretellWeight) {}

    /**
     * @param settings what the stage can be told
     * @param parts the model folder with {@code image_encoder/config.json} and {@code style/config.json}
     * @param training pictures to learn from
     * @param unseen pictures to validate on
     */
    public VisionStage(Settings settings, ModelParts parts, StyleData training, StyleData unseen) {
        this.settings = settings;
        this.parts = parts;
        this.vision = VisionConfig.of(parts.config("image_encoder"));
        this.style = StyleConfig.of(parts.config("style"));
        this.training = training;
        this.unseen = unseen;
    }

    @Override
    public String name() {
        return "vision";
    }

    @Override
    public String settings() {
        return settings + " on " + training.description();
    }

    @Override
    public Map<String, Tensor> initial() {
        Map<String, Tensor> initial = new HashMap<>();
        try (Noise noise = Noise.of(2)) {
            new Contrast(Weights.fresh(initial, noise.generator()));
        }
        return initial;
    }

    @Override
    public Objective objective(Weights weights) {
        return new Contrast(weights);
    }

    @Override
    public void export(Map<String, Tensor> averaged, Provenance provenance) {
        parts.write("image_encoder", ModelParts.below(averaged, "image_encoder."), parts.json("image_encoder"));
        parts.write("style", ModelParts.below(averaged, "style."), parts.json("style"));
        parts.note(provenance);
    }

    private final class Contrast implements Objective {
        private static final int VALIDATION_STYLES = 100;

        private final VisionTower tower;
        private final StyleAutoencoder codes;
        private final Foretelling foretelling;
        private final Tensor sharpness; // (1), log of the factor from distances to logits

        Contrast(Weights weights) {
            tower = VisionTower.of(vision, weights.at("image_encoder"));
            codes = StyleAutoencoder.of(style.autoencoder(), weights.at("style").at("sref_autoencoder"));
            foretelling = Foretelling.of(
                    weights.at("foretelling"), style.autoencoder().latent());
            sharpness = weights.tensor("sharpness", (tensor, generator) -> tensor.fill_(new Scalar(3.0)), 1);
        }

        @Override
        public Loss loss(Draw draw) {
            SplittableRandom random = draw.random();
            List<Picture> first = new ArrayList<>();
            List<Picture> second = new ArrayList<>();
            for (int i = 0; i < draw.count(); i++) {
                int chosen = random.nextInt(training.styles());
                int content = random.nextInt(training.pictures(chosen));
                int other = (content + 1 + random.nextInt(training.pictures(chosen) - 1)) % training.pictures(chosen);
                first.add(picture(chosen, content, random));
                second.add(picture(chosen, other, random));
            }
            Tensor values = values(Layers.cat(0, Batches.pixels(first), Batches.pixels(second)));
            Tensor one = values.narrow(0, 0, draw.count());
            Tensor two = values.narrow(0, draw.count(), draw.count());
            Tensor logits = Layers.scaled(distances(one, two), -1).mul(sharpness.exp());
            Tensor target = torch.arange(new Scalar(draw.count())).to(torch.ScalarType.Long);
            Tensor contrast = torch.cross_entropy_loss(logits, target)
                    .add(torch.cross_entropy_loss(logits.transpose(0, 1), target));
            Tensor foretold = foretelling.loss(one, second).add(foretelling.loss(two, first));
            Tensor total = contrast.add(Layers.scaled(foretold, settings.foretellWeight()));
            return new Loss(total, Map.of("contrast", contrast, "foretold", foretold));
        }

        private Picture picture(int chosen, int content, SplittableRandom random) {
            return random.nextDouble() < settings.references()
                    ? training.reference(chosen, random.nextLong() >>> 1)
                    : training.sample(chosen, content).picture();
        }

        // (B, 20): what codes of these pixels stand for, with straight-through gradients
        private Tensor values(Tensor pixels) {
            return style.quantizer().straightThrough(codes.encode(tower.features(pixels, style.featureLayer())));
        }

        // (A, B): squared distance of codes, mean over their numbers
        private static Tensor distances(Tensor one, Tensor two) {
            return one.unsqueeze(1).sub(two.unsqueeze(0)).square().mean(-1);
        }

        @Override
        public Map<String, Double> validate() {
            List<Picture> first = new ArrayList<>();
            List<Picture> second = new ArrayList<>();
            int styles = Math.min(VALIDATION_STYLES, unseen.styles());
            for (int i = 0; i < styles; i++) {
                first.add(unseen.sample(i, 0).picture());
                second.add(unseen.sample(i, 1).picture());
            }
            long[] nearest = Tensors.longs(distances(values(Batches.pixels(first)), values(Batches.pixels(second)))
                    .argmin(new LongOptional(1), false));
            int found = 0;
            for (int i = 0; i < nearest.length; i++) {
                found += nearest[i] == i ? 1 : 0;
            }
            return Map.of("retrieval", found / (double) styles);
        }
    }
}
