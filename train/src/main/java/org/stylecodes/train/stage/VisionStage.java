package org.stylecodes.train.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.image.Picture;
import org.stylecodes.pipeline.Configs;
import org.stylecodes.siglip.Preprocessor;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.encoding.CodeEncoder;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.vision.ImageEncoderConfig;

/**
 * Trains the encoding of pictures to codes. Two pictures of one style with different content must get codes that are close to each other
 * and far from those of other styles (InfoNCE, van den Oord et al. 2018). An auxiliary head predicts the colours and textures of the other
 * picture from the code. The image encoder is either trained from scratch or kept as it is.
 */
public final class VisionStage implements Stage {
    private final Settings settings;
    private final StageInput input;
    private final ImageEncoderConfig vision;
    private final StyleConfig style;
    private final Preprocessor preprocessor;
    private final @Nullable ModelFolder kept;

    /** Whether the image encoder is trained. */
    public enum Tower {
        /** The image encoder is trained from scratch together with the codes. */
        TRAINED,
        /** The image encoder of the model folder is used and not changed. */
        KEPT
    }

    /**
     * The settings of the stage.
     *
     * @param references the fraction of pictures, 0..1, that are references without content, if the data has any
     * @param foretellWeight the weight of the auxiliary loss on predicted colours and textures
     * @param tower whether the image encoder is trained; the default is {@code trained}, which {@link VisionStage#of} refuses if that would
     *     replace an encoder that this stage did not train
     */
    public record Settings(double references, double foretellWeight, Tower tower) {
        /** @throws org.stylecodes.error.InvalidRequestException if a value is out of range */
        public Settings {
            tower = tower == null ? Tower.TRAINED : tower;
            Bounds.share("references", references);
            Bounds.weight("foretellWeight", foretellWeight);
        }
    }

    /**
     * Makes the stage.
     *
     * @param settings the settings of the stage
     * @param input its model folder must have the configurations of {@code image_encoder} and {@code style}, which give the sizes
     */
    public VisionStage(Settings settings, StageInput input) {
        this.settings = settings;
        this.input = input;
        input.requirePairs();
        ModelParts parts = input.parts();
        this.vision = Configs.imageEncoder(parts.config("image_encoder"));
        this.style = StyleConfig.of(parts.config("style"));
        this.preprocessor = parts.preprocessor(style, vision);
        this.kept = settings.tower() == Tower.KEPT ? parts.open(Part.IMAGE_ENCODER) : null;
    }

    /**
     * Makes the stage from the settings of a run.
     *
     * @throws org.stylecodes.error.InvalidRequestException if the run would replace an existing image encoder without being told to
     */
    public static VisionStage of(RunConfig run, StageInput input) {
        // The contrastive loss needs a picture of another style in the batch.
        Bounds.atLeast("batch of a replica", run.plan().batch() / run.plan().replicas(), 2);
        if (!run.settings().hasNonNull("tower")) {
            input.parts().requireOwnImageEncoder();
        }
        return new VisionStage(run.settings(Settings.class), input);
    }

    @Override
    public String name() {
        return "vision";
    }

    @Override
    public String settings() {
        return input.described(settings);
    }

    @Override
    public Map<String, Tensor> initial() {
        return Stage.fresh(2, Contrast::new);
    }

    @Override
    public Objective objective(Weights weights) {
        return new Contrast(weights);
    }

    @Override
    public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
        ModelParts parts = input.parts();
        if (kept == null) {
            parts.write("image_encoder", ModelParts.below(averaged, "image_encoder."), parts.json("image_encoder"));
        }
        parts.write("style", ModelParts.below(averaged, "style."), parts.json("style"));
        parts.note(provenance);
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }

    private final class Contrast implements Objective {
        private static final int VALIDATION_STYLES = 100;

        private final CodeEncoder encoder;
        private final AuxiliaryHead auxiliary;
        private final Tensor sharpness; // (1), log of the factor from distances to logits

        Contrast(Weights weights) {
            Weights tower = kept == null
                    ? weights.at("image_encoder")
                    : kept.weights(Part.IMAGE_ENCODER, Placement.on(input.device()));
            encoder = new CodeEncoder(
                    preprocessor,
                    vision.network(tower),
                    style,
                    SplitAutoencoder.encoder(style.autoencoder(), weights.at("style")),
                    input.device());
            auxiliary = AuxiliaryHead.of(
                    weights.at("auxiliary"), style.autoencoder().latent(), input.device());
            sharpness = weights.tensor("sharpness", (tensor, generator) -> tensor.fill_(new Scalar(3.0)), 1);
        }

        @Override
        public Loss loss(BatchSeed batch, SegmentRunner segments) {
            SplittableRandom random = batch.random();
            StyleData training = input.training();
            List<Picture> first = new ArrayList<>();
            List<Picture> second = new ArrayList<>();
            for (int i = 0; i < batch.count(); i++) {
                int chosen = random.nextInt(training.styles());
                int content = random.nextInt(training.pictures(chosen));
                int other = (content + 1 + random.nextInt(training.pictures(chosen) - 1)) % training.pictures(chosen);
                first.add(picture(chosen, content, random));
                second.add(picture(chosen, other, random));
            }
            Tensor values = encoder.values(Layers.cat(0, encoder.pixels(first), encoder.pixels(second)));
            Tensor one = values.narrow(0, 0, batch.count());
            Tensor two = values.narrow(0, batch.count(), batch.count());
            Tensor logits = Layers.scaled(distances(one, two), -1).mul(sharpness.exp());
            Tensor target = Devices.put(
                    input.device(), torch.arange(new Scalar(batch.count())).to(torch.ScalarType.Long));
            Tensor contrast = torch.cross_entropy_loss(logits, target)
                    .add(torch.cross_entropy_loss(logits.transpose(0, 1), target));
            Tensor predicted = auxiliary.loss(one, second).add(auxiliary.loss(two, first));
            Tensor total = contrast.add(Layers.scaled(predicted, settings.foretellWeight()));
            return new Loss(total, Map.of("contrast", contrast, "foretold", predicted));
        }

        // Resized to the image encoder's size, so that the original
        // size gives nothing away and the picture takes little memory.
        private Picture picture(int chosen, int content, SplittableRandom random) {
            StyleData training = input.training();
            Optional<Picture> reference = random.nextDouble() < settings.references()
                    ? training.reference(chosen, random.nextLong() >>> 1)
                    : Optional.empty();
            return encoder.seen(reference.orElseGet(() -> training.whole(chosen, content)));
        }

        // (A, B): the squared distances of codes, as means over their values
        private static Tensor distances(Tensor one, Tensor two) {
            return one.unsqueeze(1).sub(two.unsqueeze(0)).square().mean(-1);
        }

        @Override
        public Map<String, Double> validate() {
            StyleData unseen = input.unseen();
            int styles = Math.min(VALIDATION_STYLES, unseen.styles());
            Tensor distances = distances(
                    encoder.values(styles, i -> unseen.whole(i, 0)), encoder.values(styles, i -> unseen.whole(i, 1)));
            long[] nearest = Tensors.longs(distances.argmin(new LongOptional(1), false));
            int found = 0;
            for (int i = 0; i < nearest.length; i++) {
                found += nearest[i] == i ? 1 : 0;
            }
            return Map.of("retrieval", found / (double) styles);
        }
    }
}
