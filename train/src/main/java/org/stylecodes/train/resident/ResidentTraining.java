package org.stylecodes.train.resident;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.drawing.DrawingPack;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.stage.BaseInit;
import org.stylecodes.train.stage.PassThroughInit;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;
import org.stylecodes.vision.TextureConfig;

/**
 * Trains a whole small model from nothing within a given time: judge, codes, autoencoder, base and style branch, with all pictures in the
 * memory of the device. A stage of no length takes its weights from the folder of an earlier run.
 */
public final class ResidentTraining {
    private static final double LOG_VARIANCE_START = -5;

    private final ResidentPlan plan;
    private final PictureSource source;
    private final LongSupplier nanos;
    private final Consumer<String> report;
    private final ModelParts parts;
    private final Placement placement;
    private final StageFiles files;

    /**
     * Makes a training from a pack of drawings.
     *
     * @param report receives a line for every fifty steps, and the measures
     * @throws org.stylecodes.error.EnvironmentException if the device of the plan is not available
     */
    public static ResidentTraining of(ResidentPlan plan, DrawingPack pack, Consumer<String> report) {
        return new ResidentTraining(
                plan,
                new IllustrationSource(pack, plan.size(), plan.firstStyle(), plan.unseen()),
                System::nanoTime,
                report);
    }

    ResidentTraining(ResidentPlan plan, PictureSource source, LongSupplier nanos, Consumer<String> report) {
        this.plan = plan;
        this.source = source;
        this.nanos = nanos;
        this.report = report;
        this.parts = new ModelParts(Path.of(plan.model()));
        Device device = plan.device().equals("cpu") ? Device.CPU : Device.cuda(0);
        Devices.requireAvailable(device);
        this.placement =
                new Placement(device, device.kind() == Device.Kind.CPU ? Precision.FLOAT32 : Precision.BFLOAT16);
        this.files = new StageFiles(
                Path.of(plan.model()), plan.from() == null ? null : Path.of(plan.from()), placement, report);
        if (device.kind() != Device.Kind.CPU) {
            torch.globalContext().setAllowTF32CuDNN(true);
            torch.globalContext().setAllowTF32CuBLAS(true);
            torch.globalContext().setDeterministicCuDNN(false);
            torch.globalContext().setBenchmarkCuDNN(true);
        }
    }

    /**
     * Runs all stages.
     *
     * @throws InterruptedException if the thread is interrupted while styles are composed
     */
    public void run() throws InterruptedException {
        if (plan.template() != null) {
            parts.copyMissing(Path.of(plan.template()));
        }
        if (plan.from() != null) {
            // The base has an embedding for every token of the earlier run.
            parts.copyTokenizer(Path.of(plan.from()));
        }
        parts.makeTokenizer(source.words());
        try (PictureBank bank = new PictureBank(placement, plan.styles(), plan.unseen(), plan.perStyle(), plan.size());
                Composition composition = new Composition(bank, source, plan.firstStyle(), plan.threads())) {
            composition.await(plan.readyStyles());
            report.accept(bank.ready() + " styles are ready");
            Measures measures = new Measures(bank, source.secondHalf(), report);
            try (TrainedStage judging = judge(bank, composition);
                    TrainedStage coding = code(bank, composition, measures);
                    TrainedStage autoencoding = vae(bank, composition)) {
                ContentJudge judge = ContentJudge.of(source.contents(), source.treatments(), judging.frozen());
                Autoencoder vae = Autoencoder.of(VaeConfig.of(parts.config("vae")), autoencoding.frozen());
                measures.named("real pictures", judge, pixels -> pixels);
                measures.roundTrip(vae);
                measures.named("round trip", judge, pixels -> Measures.decoded(vae, pixels));
                composition.advance();
                CodeStep.Network encoder = CodeStep.Network.of(texture(), style(), coding.frozen());
                try (LatentBank latents = new LatentBank(bank, vae, encoder, parts.tokenizer(), judge, scale());
                        TrainedStage based = base(latents, autoencoding, updates(composition, latents))) {
                    branch(latents, based, coding, updates(composition, latents));
                }
            }
        }
    }

    private static Runnable updates(Composition composition, LatentBank latents) {
        return () -> {
            composition.throwIfFailed();
            latents.update();
        };
    }

    private TrainedStage judge(PictureBank bank, Composition composition) {
        Map<String, Tensor> initial =
                Stage.fresh(21, weights -> ContentJudge.of(source.contents(), source.treatments(), weights));
        return trained(
                "judge",
                new JudgeStep(
                        bank,
                        source.contents(),
                        source.treatments(),
                        plan.batchOf("judge"),
                        files.start("judge", initial)),
                composition::advance);
    }

    private TrainedStage code(PictureBank bank, Composition composition, Measures measures) {
        Map<String, Tensor> initial = Stage.fresh(2, weights -> CodeStep.Network.of(texture(), style(), weights));
        TrainedStage trained = trained(
                "code",
                new CodeStep(bank, texture(), style(), plan.batchOf("code"), files.start("code", initial)),
                composition::advance);
        parts.write("image_encoder", ModelParts.below(trained.exact(), "image_encoder."), parts.json("image_encoder"));
        measures.retrieval(CodeStep.Network.of(texture(), style(), trained.frozen()));
        return trained;
    }

    private TrainedStage vae(PictureBank bank, Composition composition) {
        VaeConfig config = VaeConfig.of(parts.config("vae"));
        Map<String, Tensor> initial = Stage.fresh(1, weights -> Autoencoder.of(config, weights));
        Scope.run(() -> {
            initial.forEach(PassThroughInit::prepare);
            // A sample with the usual deviation of 1 would drown the means, which are small in the beginning.
            long channels = config.latentChannels();
            Objects.requireNonNull(initial.get("encoder.conv_out.bias"))
                    .narrow(0, channels, channels)
                    .fill_(new Scalar(LOG_VARIANCE_START));
        });
        return trained(
                "vae",
                new ReconstructionStep(
                        bank,
                        config,
                        plan.batchOf("vae"),
                        plan.crop(),
                        plan.adversarialFrom(),
                        files.start("vae", initial)),
                composition::advance);
    }

    private TrainedStage base(LatentBank latents, TrainedStage autoencoding, Runnable updates) {
        report.accept("latents of " + latents.bank().ready() + " styles are ready, scale " + latents.scale());
        parts.write("vae", autoencoding.exact(), parts.json("vae").put("scaling_factor", latents.scale()));
        UNetConfig unet = UNetConfig.of(parts.config("unet"));
        TextConfig text = TextConfig.of(parts.config("text_encoder"));
        Map<String, Tensor> initial = Stage.fresh(3, weights -> BaseStep.request(unet, text, weights));
        BaseInit.prepare(text, initial);
        TrainedStage trained = trained(
                "base",
                new BaseStep(latents, parts.schedule(), unet, text, plan.batchOf("base"), files.start("base", initial)),
                updates);
        parts.write("unet", ModelParts.below(trained.exact(), "unet."), parts.json("unet"));
        parts.write("text_encoder", ModelParts.below(trained.exact(), "text_encoder."), parts.json("text_encoder"));
        return trained;
    }

    private void branch(LatentBank latents, TrainedStage based, TrainedStage coding, Runnable updates) {
        UNetConfig config = UNetConfig.of(parts.config("unet"));
        TextConfig text = TextConfig.of(parts.config("text_encoder"));
        Weights encoding = Weights.inPlace("the codes", ModelParts.below(coding.working(), "style."));
        Map<String, Tensor> initial = new HashMap<>();
        try (Noise noise = Noise.of(5)) {
            Weights base = Weights.inPlace("the base", ModelParts.below(based.exact(), "unet."));
            ControlUNet.withStyleTime(
                    config,
                    style().autoencoder().latent(),
                    ControlUNet.start(config, base, initial, noise.generator()));
            SplitAutoencoder.autoencoder(style().autoencoder(), encoding, Weights.fresh(initial, noise.generator()));
        }
        BranchStep step = new BranchStep(
                latents,
                parts.schedule(),
                UNet.of(config, based.frozen().at("unet")),
                TextEncoder.of(text, based.frozen().at("text_encoder")),
                style().autoencoder(),
                encoding,
                plan.batchOf("branch"),
                files.start("branch", initial));
        try (TrainedStage trained = trained("branch", step, updates)) {
            Map<String, Tensor> all = new TreeMap<>(ModelParts.below(coding.exact(), "style."));
            all.putAll(trained.exact());
            parts.write("style", all, style(distribution(latents)).toJson());
        }
    }

    private StyleConfig style(CodeDistribution codes) {
        StyleConfig style = style();
        return new StyleConfig(
                style.id(),
                style.quantizer(),
                style.autoencoder(),
                style.featureLayer(),
                style.preResize(),
                style.styleTimeEmbedding(),
                style.defaults(),
                codes,
                parts.notes());
    }

    private CodeDistribution distribution(LatentBank latents) {
        float[] values = latents.allValues();
        int width = style().autoencoder().latent();
        List<double[]> rows = new ArrayList<>();
        for (int from = 0; from < values.length; from += width) {
            double[] row = new double[width];
            for (int i = 0; i < width; i++) {
                row[i] = values[from + i];
            }
            rows.add(row);
        }
        return CodeDistribution.ofValues(rows);
    }

    // The scaling factor of an earlier run, if its autoencoder is used as it is
    private OptionalDouble scale() {
        if (plan.from() == null || plan.secondsOf("vae") > 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                VaeConfig.of(new ModelParts(Path.of(plan.from())).config("vae")).scalingFactor());
    }

    private TextureConfig texture() {
        return TextureConfig.of(parts.config("image_encoder"));
    }

    private StyleConfig style() {
        return StyleConfig.of(parts.config("style"));
    }

    private TrainedStage trained(String name, TimedStage.Step step, Runnable betweenSteps) {
        try (step) {
            report.accept(name + ": " + step.weights().size() + " weights");
            if (plan.secondsOf(name) > 0) {
                new TimedStage(name, plan.secondsOf(name), nanos, report)
                        .run(name.hashCode(), step, betweenSteps, () -> files.save(name, step.weights()));
            }
            files.save(name, step.weights());
            return TrainedStage.of(step.weights(), placement.precision());
        }
    }
}
