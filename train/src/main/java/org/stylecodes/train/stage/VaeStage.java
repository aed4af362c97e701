package org.stylecodes.train.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.Batches;
import org.stylecodes.train.data.Latents;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;

/** Trains the VAE on random square crops of pictures. */
public final class VaeStage implements Stage {
    private static final int VALIDATION_PICTURES = 32;

    private final Settings settings;
    private final VaeConfig config;
    private final StageInput input;

    /**
     * The settings of the stage.
     *
     * @param crop the side of the crops in pixels
     * @param gradientWeight the weight of the loss on differences of neighbouring pixels
     * @param chromaWeight the weight of the loss on colour differences, which are small compared to those of brightness and would otherwise
     *     be learned late
     * @param divergenceWeight the weight of the divergence of latents from the standard normal distribution
     */
    public record Settings(int crop, double gradientWeight, double chromaWeight, double divergenceWeight) {
        /** @throws org.stylecodes.error.InvalidRequestException if a value is out of range */
        public Settings {
            Bounds.atLeast("crop", crop, 1);
            Bounds.weight("gradientWeight", gradientWeight);
            Bounds.weight("chromaWeight", chromaWeight);
            Bounds.weight("divergenceWeight", divergenceWeight);
        }
    }

    /**
     * Makes the stage.
     *
     * @param settings the settings of the stage
     * @param input its model folder must have {@code vae/config.json}, which gives the sizes
     * @throws org.stylecodes.error.InvalidRequestException if the crop does not fit the pictures or the autoencoder
     */
    public VaeStage(Settings settings, StageInput input) {
        this.settings = settings;
        this.input = input;
        this.config = VaeConfig.of(input.parts().config("vae"));
        Bounds.within("crop", settings.crop(), 1, input.training().size());
        StageInput.requireDivisible("crop", settings.crop(), config);
        StageInput.requireDivisible("size of unseen pictures", input.unseen().size(), config);
    }

    /** Makes the stage from the settings of a run. */
    public static VaeStage of(RunConfig run, StageInput input) {
        return new VaeStage(run.settings(Settings.class), input);
    }

    @Override
    public String name() {
        return "vae";
    }

    @Override
    public String settings() {
        return input.described(settings);
    }

    @Override
    public Map<String, Tensor> initial() {
        Map<String, Tensor> initial = Stage.fresh(1, weights -> Autoencoder.of(config, weights));
        Scope.run(() -> initial.forEach(PassThroughInit::prepare));
        return initial;
    }

    @Override
    public Objective objective(Weights weights) {
        return new Reconstruction(Autoencoder.of(config, weights));
    }

    @Override
    public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
        Autoencoder vae = Autoencoder.of(config, Weights.inPlace("the averaged weights", averaged));
        double scale = 1 / Latents.deviation(vae, input.training());
        ModelParts parts = input.parts();
        parts.write("vae", averaged, parts.json("vae").put("scaling_factor", scale));
        parts.note(provenance);
    }

    /** The loss: absolute and squared error, errors of gradients at two scales and of colour differences, and the divergence. */
    private final class Reconstruction implements Objective {
        private final Autoencoder vae;

        Reconstruction(Autoencoder vae) {
            this.vae = vae;
        }

        @Override
        public Loss loss(BatchSeed batch, SegmentRunner segments) {
            SplittableRandom random = batch.random();
            StyleData training = input.training();
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < batch.count(); i++) {
                int style = random.nextInt(training.styles());
                pictures.add(training.sample(style, random.nextInt(training.pictures(style)))
                        .picture());
            }
            Tensor target = Devices.put(input.device(), Batches.crops(pictures, settings.crop(), random));
            Autoencoder.Moments moments = vae.encode(target);
            Tensor latents;
            try (Noise noise = batch.noise()) {
                latents = moments.sample(Devices.put(input.device(), noise.normal(Tensors.shape(moments.mean()))));
            }
            Tensor error = vae.decode(latents).sub(target);
            Tensor absolute = error.abs().mean();
            Tensor gradients = ReconstructionError.gradients(error);
            Tensor chroma = ReconstructionError.chroma(error);
            Tensor divergence = ReconstructionError.divergence(moments);
            Tensor total = absolute.add(error.square().mean())
                    .add(Layers.scaled(gradients, settings.gradientWeight()))
                    .add(Layers.scaled(chroma, settings.chromaWeight()))
                    .add(Layers.scaled(divergence, settings.divergenceWeight()));
            return new Loss(
                    total, Map.of("l1", absolute, "chroma", chroma, "gradients", gradients, "divergence", divergence));
        }

        @Override
        public Map<String, Double> validate() {
            StyleData unseen = input.unseen();
            List<Picture> pictures = new ArrayList<>();
            for (int i = 0; i < VALIDATION_PICTURES; i++) {
                pictures.add(unseen.sample(i % unseen.styles(), 0).picture());
            }
            Tensor target = Devices.put(input.device(), Batches.pixels(pictures));
            Tensor error = vae.decode(vae.encode(target).mean()).sub(target);
            return Map.of("l1", error.abs().mean().item_double());
        }
    }
}
