package org.stylecodes.train.resident;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.stylecodes.Device;
import org.stylecodes.Placement;
import org.stylecodes.Precision;
import org.stylecodes.clip.TextConfig;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.format.Safetensors;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.style.ControlUNet;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.encoding.SplitAutoencoder;
import org.stylecodes.train.model.ModelParts;
import org.stylecodes.train.stage.BagOfWordsInit;
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
    private static final String LAST_LAYERS = ".*(conv2|proj_out|conv_out)\\.(weight|bias)";

    private final Plan plan;
    private final PictureSource source;
    private final PrintStream out;
    private final ModelParts parts;
    private final Placement placement;

    /**
     * The sizes of a run.
     *
     * @param device {@code cpu} or {@code cuda}
     * @param model the folder of the model, which has the configurations of all parts
     * @param from the folder of an earlier run, for stages of no length and as the start of the others; or null
     * @param firstStyle the number of the first style; the others follow
     * @param seconds the length of each stage: judge, code, vae, base, branch
     * @param batches the number of samples of a step of each stage
     * @param adversarialFrom the share of the autoencoder's stage after which the discriminator takes part
     */
    public record Plan(
            String device,
            String model,
            @org.jspecify.annotations.Nullable String from,
            int styles,
            int unseen,
            int perStyle,
            int firstStyle,
            int readyStyles,
            int size,
            int crop,
            int threads,
            Map<String, Double> seconds,
            Map<String, Integer> batches,
            double adversarialFrom) {
        double secondsOf(String stage) {
            return seconds.getOrDefault(stage, 0.0);
        }

        int batchOf(String stage) {
            return batches.getOrDefault(stage, 64);
        }
    }

    ResidentTraining(Plan plan, PictureSource source, PrintStream out) {
        this.plan = plan;
        this.source = source;
        this.out = out;
        this.parts = new ModelParts(Path.of(plan.model()));
        Device device = plan.device().equals("cpu") ? Device.CPU : Device.cuda(0);
        Devices.requireAvailable(device);
        this.placement =
                new Placement(device, device.kind() == Device.Kind.CPU ? Precision.FLOAT32 : Precision.BFLOAT16);
        if (device.kind() != Device.Kind.CPU) {
            torch.globalContext().setAllowTF32CuDNN(true);
            torch.globalContext().setAllowTF32CuBLAS(true);
            torch.globalContext().setDeterministicCuDNN(false);
            torch.globalContext().setBenchmarkCuDNN(true);
        }
    }

    /** Runs all stages. */
    void run() throws InterruptedException {
        parts.makeTokenizer(source.words());
        try (PictureBank bank = new PictureBank(placement, plan.styles(), plan.unseen(), plan.perStyle(), plan.size());
                Composition composition = new Composition(bank, source, plan.firstStyle(), plan.threads())) {
            composition.await(plan.readyStyles());
            out.println(bank.ready() + " styles are ready");
            Measures measures = new Measures(bank, out);
            Map<String, Tensor> judging = judge(bank);
            ContentJudge judge = ContentJudge.of(source.contents(), source.treatments(), frozen(judging));
            measures.named("real pictures", judge, pixels -> pixels);
            Map<String, Tensor> coding = codes(bank);
            CodeStep.Network encoder = CodeStep.Network.of(texture(), style(), frozen(coding));
            measures.retrieval(encoder);
            Map<String, Tensor> autoencoding = vae(bank);
            Autoencoder vae = Autoencoder.of(VaeConfig.of(parts.config("vae")), frozen(autoencoding));
            measures.roundTrip(vae);
            measures.named("round trip", judge, pixels -> Measures.decoded(vae, pixels));
            if (plan.secondsOf("base") == 0 && plan.secondsOf("branch") == 0) {
                return;
            }
            bank.upload();
            try (LatentBank latents = new LatentBank(bank, vae, encoder, parts.tokenizer(), judge, scale())) {
                out.println("latents of " + bank.ready() + " styles are ready, scale " + latents.scale());
                parts.write("vae", onProcessor(autoencoding), parts.json("vae").put("scaling_factor", latents.scale()));
                Map<String, Tensor> based = base(latents);
                branch(latents, based, coding);
            }
        }
    }

    private Map<String, Tensor> judge(PictureBank bank) {
        Map<String, Tensor> initial =
                Stage.fresh(21, weights -> ContentJudge.of(source.contents(), source.treatments(), weights));
        JudgeStep step = new JudgeStep(
                bank, source.contents(), source.treatments(), plan.batchOf("judge"), started("judge", initial));
        return trained("judge", step, step.weights(), bank::upload, () -> {});
    }

    private Map<String, Tensor> codes(PictureBank bank) {
        Map<String, Tensor> initial = Stage.fresh(2, weights -> CodeStep.Network.of(texture(), style(), weights));
        CodeStep step = new CodeStep(bank, texture(), style(), plan.batchOf("code"), started("code", initial));
        Map<String, Tensor> trained = trained("code", step, step.weights(), bank::upload, () -> {});
        parts.write(
                "image_encoder", onProcessor(ModelParts.below(trained, "image_encoder.")), parts.json("image_encoder"));
        return trained;
    }

    private Map<String, Tensor> vae(PictureBank bank) {
        VaeConfig config = VaeConfig.of(parts.config("vae"));
        Map<String, Tensor> initial = Stage.fresh(1, weights -> Autoencoder.of(config, weights));
        Scope.run(() -> {
            initial.forEach(PassThroughInit::prepare);
            Tensor bias = initial.get("encoder.conv_out.bias");
            if (bias != null) {
                long channels = config.latentChannels();
                bias.narrow(0, channels, channels).fill_(new org.bytedeco.pytorch.Scalar(LOG_VARIANCE_START));
            }
        });
        ReconstructionStep step = new ReconstructionStep(
                bank, config, plan.batchOf("vae"), plan.crop(), plan.adversarialFrom(), started("vae", initial));
        Map<String, Tensor> trained = trained("vae", step, step.weights(), bank::upload, () -> {});
        parts.write("vae", onProcessor(trained), parts.json("vae"));
        return trained;
    }

    private Map<String, Tensor> base(LatentBank latents) {
        UNetConfig unet = UNetConfig.of(parts.config("unet"));
        TextConfig text = TextConfig.of(parts.config("text_encoder"));
        Map<String, Tensor> initial = Stage.fresh(3, weights -> BaseStep.request(unet, text, weights));
        initial.forEach((name, tensor) -> {
            if (name.matches(LAST_LAYERS)) {
                tensor.zero_();
            }
        });
        Scope.run(() -> new BagOfWordsInit(text).prepare(ModelParts.below(initial, "text_encoder.text_model.")));
        BaseStep step = new BaseStep(latents, schedule(), unet, text, plan.batchOf("base"), started("base", initial));
        Consumer<Map<String, Tensor>> write = averaged -> {
            parts.write("unet", onProcessor(ModelParts.below(averaged, "unet.")), parts.json("unet"));
            parts.write(
                    "text_encoder",
                    onProcessor(ModelParts.below(averaged, "text_encoder.")),
                    parts.json("text_encoder"));
        };
        Map<String, Tensor> trained = trained("base", step, step.weights(), latents::update, () -> {});
        write.accept(trained);
        return trained;
    }

    private void branch(LatentBank latents, Map<String, Tensor> based, Map<String, Tensor> coding) {
        UNetConfig config = UNetConfig.of(parts.config("unet"));
        Weights frozen = frozen(based);
        UNet base = UNet.of(config, frozen.at("unet"));
        TextEncoder text = TextEncoder.of(TextConfig.of(parts.config("text_encoder")), frozen.at("text_encoder"));
        Weights encoding = frozen(ModelParts.below(coding, "style."));
        Map<String, Tensor> initial = new HashMap<>();
        try (Noise noise = Noise.of(5)) {
            Map<String, Tensor> copied = new HashMap<>();
            onProcessor(ModelParts.below(based, "unet."))
                    .forEach((name, tensor) -> copied.put(name, Scope.own(() -> tensor.to(torch.ScalarType.Float))));
            Weights start = ControlUNet.start(config, Weights.inPlace("the base", copied), initial, noise.generator());
            ControlUNet.withStyleTime(config, style().autoencoder().latent(), start);
            SplitAutoencoder.autoencoder(style().autoencoder(), encoding, Weights.fresh(initial, noise.generator()));
        }
        BranchStep step = new BranchStep(
                latents,
                schedule(),
                base,
                text,
                style().autoencoder(),
                encoding,
                plan.batchOf("branch"),
                started("branch", initial));
        Consumer<Map<String, Tensor>> write = averaged -> {
            Map<String, Tensor> all = new TreeMap<>(onProcessor(ModelParts.below(coding, "style.")));
            all.putAll(onProcessor(averaged));
            StyleConfig style = style();
            StyleConfig measured = new StyleConfig(
                    style.id(),
                    style.quantizer(),
                    style.autoencoder(),
                    style.featureLayer(),
                    style.preResize(),
                    style.styleTimeEmbedding(),
                    style.defaults(),
                    distribution(latents),
                    parts.notes());
            parts.write("style", all, measured.toJson());
        };
        write.accept(trained("branch", step, step.weights(), latents::update, () -> {}));
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

    private NoiseSchedule schedule() {
        return parts.schedule();
    }

    private TextureConfig texture() {
        return TextureConfig.of(parts.config("image_encoder"));
    }

    private StyleConfig style() {
        return StyleConfig.of(parts.config("style"));
    }

    // The weights of an earlier run, or the initial ones
    private Map<String, Tensor> started(String stage, Map<String, Tensor> initial) {
        if (plan.from() == null || !Files.exists(Path.of(plan.from()).resolve(stage + ".safetensors"))) {
            return initial;
        }
        out.println(stage + " continues from " + plan.from());
        return Safetensors.load(Path.of(plan.from()).resolve(stage + ".safetensors"));
    }

    private Map<String, Tensor> trained(
            String name, TimedStage.Step step, FlatWeights weights, Runnable betweenSteps, Runnable everyMinute) {
        out.println(name + ": " + weights.size() + " weights");
        double seconds = plan.secondsOf(name);
        if (seconds > 0) {
            new TimedStage(name, seconds, 50, out).run(name.hashCode(), step, betweenSteps, () -> {
                save(name, weights);
                everyMinute.run();
            });
        }
        save(name, weights);
        return weights.averaged(placement.precision());
    }

    // In half precision, because that is what travels
    private void save(String name, FlatWeights weights) {
        Map<String, Tensor> averaged = weights.averaged(Precision.FLOAT32);
        Map<String, Tensor> copies = onProcessor(averaged);
        Safetensors.writeHalf(Path.of(plan.model()).resolve(name + ".safetensors"), copies, Map.of("format", "pt"));
        copies.values().forEach(Tensor::close);
        averaged.values().forEach(Tensor::close);
    }

    private static Weights frozen(Map<String, Tensor> averaged) {
        return Weights.inPlace("the averaged weights", averaged);
    }

    private static Map<String, Tensor> onProcessor(Map<String, Tensor> tensors) {
        Map<String, Tensor> copies = new TreeMap<>();
        tensors.forEach((name, tensor) -> copies.put(
                name,
                Scope.own(() ->
                        tensor.cpu().to(torch.ScalarType.Float).contiguous().clone())));
        return copies;
    }
}
