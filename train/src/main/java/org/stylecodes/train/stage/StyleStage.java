package org.stylecodes.train.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.style.StyledUNet;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.Batches;
import org.stylecodes.train.data.CaptionedLatents.Chosen;
import org.stylecodes.train.encoding.CodeTable;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNetConfig;

/**
 * Trains the control branch on a frozen base: a picture of a style is denoised with the code of another picture of the same style. Codes
 * come from the frozen image encoder, so the meaning of a code is fixed before this stage begins.
 */
public final class StyleStage implements Stage {
    private static final double[] VALIDATION_TIMES = {0.7, 0.85, 0.95};
    private static final int VALIDATION_PICTURES = 48;

    private final Settings settings;
    private final StageInput input;
    private final FrozenModel frozen;
    private final LatentSets latents;
    private final CodeTable codes;
    private final CodeTable unseenCodes;

    /**
     * The settings of the stage.
     *
     * @param emptyCaptions the fraction of captions, 0..1, that are emptied
     * @param references the fraction of codes, 0..1, that come from references without content, if the data has any
     */
    public record Settings(double emptyCaptions, double references) {
        /** @throws org.stylecodes.error.InvalidRequestException if a value is out of range */
        public Settings {
            Bounds.share("emptyCaptions", emptyCaptions);
            Bounds.share("references", references);
        }
    }

    private StyleStage(
            Settings settings,
            StageInput input,
            FrozenModel frozen,
            LatentSets latents,
            CodeTable codes,
            CodeTable unseenCodes) {
        this.settings = settings;
        this.input = input;
        this.frozen = frozen;
        this.latents = latents;
        this.codes = codes;
        this.unseenCodes = unseenCodes;
    }

    /** Makes the stage. Encodes all pictures to latents and to codes. */
    public static StyleStage of(RunConfig run, StageInput input) {
        Settings settings = run.settings(Settings.class);
        input.requirePairs();
        FrozenModel frozen = FrozenModel.of(input.parts(), input.device());
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            return new StyleStage(
                    settings,
                    input,
                    frozen,
                    LatentSets.of(input, run, replicas),
                    CodeTable.of(frozen.encoder(), input.training(), replicas),
                    CodeTable.of(frozen.encoder(), input.unseen(), replicas));
        } catch (RuntimeException failed) {
            frozen.close();
            throw failed;
        }
    }

    @Override
    public String name() {
        return "style";
    }

    @Override
    public String settings() {
        return input.described(settings);
    }

    @Override
    public Map<String, Tensor> initial() {
        Map<String, Tensor> initial = new HashMap<>();
        try (Noise noise = Noise.of(5)) {
            frozen.configs()
                    .control(ControlUNet.start(
                            frozen.configs().unet(), frozen.unetWeights(), initial, noise.generator()));
            frozen.autoencoder(Weights.fresh(initial, noise.generator()));
        }
        return initial;
    }

    @Override
    public Objective objective(Weights weights) {
        return new StyledDenoising(weights);
    }

    @Override
    public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
        ModelParts parts = input.parts();
        parts.note(provenance);
        Map<String, Tensor> all = new TreeMap<>(frozen.encoding());
        all.putAll(averaged);
        StyleConfig style = frozen.style();
        StyleConfig trained = new StyleConfig(
                style.id(),
                style.quantizer(),
                style.autoencoder(),
                style.featureLayer(),
                style.preResize(),
                style.styleTimeEmbedding(),
                style.defaults(),
                codes.distribution(),
                parts.notes());
        parts.write("style", all, trained.toJson());
    }

    @Override
    public void close() {
        frozen.close();
    }

    private final class StyledDenoising implements Objective {
        private final StyledUNet network;
        private final StyleAutoencoder autoencoder;

        StyledDenoising(Weights weights) {
            network = new StyledUNet(frozen.unet(), frozen.configs().control(weights));
            autoencoder = frozen.autoencoder(weights);
        }

        @Override
        public Loss loss(BatchSeed batch, SegmentRunner segments) {
            SplittableRandom random = batch.random();
            Chosen chosen = latents.training().draw(batch.count(), settings.emptyCaptions(), random);
            float[][] values = new float[batch.count()][];
            for (int i = 0; i < values.length; i++) {
                int style = chosen.styles()[i];
                values[i] = random.nextDouble() < settings.references() && codes.hasReferences(style)
                        ? codes.ofReference(style, random)
                        : codes.ofOther(style, chosen.pictures()[i], random);
            }
            int[] times =
                    NoisyLatents.earlyTimes(batch.count(), frozen.schedule().timesteps(), random);
            try (Noise noise = batch.noise()) {
                return new Loss(
                        error(latents.training().clean(chosen), chosen.captions(), values, times, noise, segments),
                        Map.of());
            }
        }

        // The mean squared error of the prediction with a style, or by the base alone if values is null.
        private Tensor error(
                Tensor clean,
                List<String> captions,
                float @Nullable [][] values,
                int[] times,
                Noise noise,
                SegmentRunner segments) {
            NoisyLatents mixed = NoisyLatents.of(frozen.schedule(), clean, noise.normal(Tensors.shape(clean)), times)
                    .on(input.device());
            TextEncoder.Encoded prompt = prompt(captions);
            ControlUNet.Input style = values == null ? null : style(values, clean.size(2), clean.size(3));
            Tensor predicted = network.forward(
                    mixed.noisy(),
                    mixed.timesteps(),
                    Context.of(prompt.lastHiddenState()),
                    frozen.configs().unet().pooledWidth() > 0 ? prompt.pooled() : null,
                    style,
                    1,
                    segments);
            return torch.mse_loss(predicted, mixed.target());
        }

        private TextEncoder.Encoded prompt(List<String> captions) {
            try (NoGradGuard guard = new NoGradGuard()) {
                return frozen.text().forward(Devices.put(input.device(), Batches.ids(frozen.tokenizer(), captions)));
            }
        }

        // The input of the control branch for latents of this size
        private ControlUNet.Input style(float[][] values, long height, long width) {
            UNetConfig unet = frozen.configs().unet();
            float[] joined = new float[values.length * values[0].length];
            for (int i = 0; i < values.length; i++) {
                System.arraycopy(values[i], 0, joined, i * values[i].length, values[i].length);
            }
            Tensor tensor = Devices.put(input.device(), Tensors.of(joined, values.length, values[0].length));
            return new ControlUNet.Input(
                    autoencoder.decode(tensor, unet.bottleneck((int) height), unet.bottleneck((int) width)), tensor);
        }

        @Override
        public Map<String, Double> validate() {
            Map<String, Double> measures = new HashMap<>();
            double right = 0;
            double wrong = 0;
            double plain = 0;
            for (double time : VALIDATION_TIMES) {
                double loss = validate(time, 0);
                measures.put("t" + Math.round(time * 100), loss);
                right += loss;
                wrong += validate(time, 1);
                plain += validate(time, -1);
            }
            measures.put("wrong_code_gap", wrong / right - 1);
            measures.put("no_code_gap", plain / right - 1);
            return measures;
        }

        // The loss at one time, with the code of the style that is shift
        // positions further, or without a code if shift is negative.
        private double validate(double time, int shift) {
            Chosen chosen = latents.unseen().first(VALIDATION_PICTURES);
            float[][] values = new float[chosen.count()][];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        unseenCodes.of((i + Math.max(0, shift)) % input.unseen().styles(), 1);
            }
            int[] times = NoisyLatents.sameTime(
                    chosen.count(), time, frozen.schedule().timesteps());
            try (Noise noise = Noise.of(Math.round(time * 1000))) {
                return error(
                                latents.unseen().clean(chosen),
                                chosen.captions(),
                                shift < 0 ? null : values,
                                times,
                                noise,
                                SegmentRunner.ONCE)
                        .item_double();
            }
        }
    }
}
