package org.stylecodes.train.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.clip.Tokenizer;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.Batches;
import org.stylecodes.train.data.CaptionedLatents.Chosen;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/** Trains the text encoder and the UNet together, to denoise latents with their captions. */
public final class BaseStage implements Stage {
    private static final double[] VALIDATION_TIMES = {0.5, 0.75, 0.9};
    private static final int VALIDATION_PICTURES = 64;

    private final Settings settings;
    private final StageInput input;
    private final UNetConfig unet;
    private final TextConfig text;
    private final Tokenizer tokenizer;
    private final NoiseSchedule schedule;
    private final LatentSets latents;

    /**
     * The settings of the stage.
     *
     * @param emptyCaptions the fraction of captions, 0..1, that are emptied, so that the UNet learns the unconditional prediction
     */
    public record Settings(double emptyCaptions) {
        /** @throws org.stylecodes.error.InvalidRequestException if a value is out of range */
        public Settings {
            Bounds.share("emptyCaptions", emptyCaptions);
        }
    }

    private BaseStage(Settings settings, StageInput input, LatentSets latents) {
        ModelParts parts = input.parts();
        this.settings = settings;
        this.input = input;
        this.unet = UNetConfig.of(parts.config("unet"));
        this.text = TextConfig.of(parts.config("text_encoder"));
        this.tokenizer = parts.tokenizer();
        this.schedule = parts.schedule();
        this.latents = latents;
    }

    /**
     * Makes the stage. Encodes all pictures to latents, and makes a tokenizer if the model folder has none.
     *
     * @throws InvalidRequestException if a value of the run is out of range, or the base reads codes, which this stage has none of
     */
    public static BaseStage of(RunConfig run, StageInput input) {
        Settings settings = run.settings(Settings.class);
        if (UNetConfig.of(input.parts().config("unet")).codeWidth() != 0) {
            throw new InvalidRequestException("the stage base trains without codes, but "
                    + input.parts().folder().resolve("unet").resolve("config.json")
                    + " has style_code_dim; remove it, so that the style enters by the control branch alone");
        }
        try (Replicas replicas = new Replicas(run.plan().replicas())) {
            LatentSets latents = LatentSets.of(input, run, replicas);
            input.parts().makeTokenizer(input.training().words());
            return new BaseStage(settings, input, latents);
        }
    }

    @Override
    public String name() {
        return "base";
    }

    @Override
    public String settings() {
        return input.described(settings);
    }

    @Override
    public Map<String, Tensor> initial() {
        Map<String, Tensor> initial = Stage.fresh(3, Denoising::new);
        BaseInit.prepare(text, initial);
        return initial;
    }

    @Override
    public Objective objective(Weights weights) {
        return new Denoising(weights);
    }

    @Override
    public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
        ModelParts parts = input.parts();
        parts.write("unet", ModelParts.below(averaged, "unet."), parts.json("unet"));
        parts.write("text_encoder", ModelParts.below(averaged, "text_encoder."), parts.json("text_encoder"));
        parts.note(provenance);
    }

    private final class Denoising implements Objective {
        private final UNet network;
        private final TextEncoder encoder;

        Denoising(Weights weights) {
            network = UNet.of(unet, weights.at("unet"));
            encoder = TextEncoder.of(text, weights.at("text_encoder"));
        }

        @Override
        public Loss loss(BatchSeed batch, SegmentRunner segments) {
            SplittableRandom random = batch.random();
            Chosen chosen = latents.training().draw(batch.count(), settings.emptyCaptions(), random);
            int[] times = NoisyLatents.middleTimes(batch.count(), schedule.timesteps(), random);
            try (Noise noise = batch.noise()) {
                return new Loss(
                        error(latents.training().clean(chosen), chosen.captions(), times, noise, segments), Map.of());
            }
        }

        private Tensor error(Tensor clean, List<String> captions, int[] times, Noise noise, SegmentRunner segments) {
            NoisyLatents mixed = NoisyLatents.of(schedule, clean, noise.normal(Tensors.shape(clean)), times)
                    .on(input.device());
            TextEncoder.Encoded prompt = encoder.forward(Devices.put(input.device(), Batches.ids(tokenizer, captions)));
            Tensor predicted = network.forward(
                    mixed.noisy(),
                    mixed.timesteps(),
                    Context.of(prompt.lastHiddenState()),
                    unet.pooledWidth() > 0 ? prompt.pooled() : null,
                    segments);
            return torch.mse_loss(predicted, mixed.target());
        }

        @Override
        public Map<String, Double> validate() {
            Chosen chosen = latents.unseen().first(VALIDATION_PICTURES);
            Map<String, Double> measures = new HashMap<>();
            double right = 0;
            double wrong = 0;
            for (double time : VALIDATION_TIMES) {
                double loss = validate(time, chosen);
                measures.put("t" + Math.round(time * 100), loss);
                right += loss;
                wrong += validate(time, chosen.withWrongCaptions());
            }
            measures.put("prompt_gap", wrong / right - 1);
            return measures;
        }

        private double validate(double time, Chosen chosen) {
            int[] times = NoisyLatents.sameTime(chosen.count(), time, schedule.timesteps());
            try (Noise noise = Noise.of(Math.round(time * 1000))) {
                return error(latents.unseen().clean(chosen), chosen.captions(), times, noise, SegmentRunner.ONCE)
                        .item_double();
            }
        }
    }
}
