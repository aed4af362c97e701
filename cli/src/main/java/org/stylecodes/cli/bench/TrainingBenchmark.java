package org.stylecodes.cli.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.stylecodes.Precision;
import org.stylecodes.tensor.Engine;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Profile;
import org.stylecodes.tensor.Profile.Total;
import org.stylecodes.tensor.SegmentRunner;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.loop.StepTimes;
import org.stylecodes.train.model.StageProvenance;
import org.stylecodes.train.stage.Stage;
import org.stylecodes.unet.Context;
import org.stylecodes.unet.UNet;
import org.stylecodes.unet.UNetConfig;

/**
 * How fast a UNet trains on this machine: one with 128 and 192 channels, on latents of 16x16 positions in batches of 32, in float32 and in
 * bfloat16, with one replica on all threads and with one replica for each thread. Data and captions are noise, so that nothing but the
 * steps is measured.
 *
 * @param steps how many steps are timed, after one that is not
 */
public record TrainingBenchmark(int steps) {
    private static final int BATCH = 32;
    private static final int POSITIONS = 16;
    private static final int CHANNELS = 8;
    private static final int TEXT_WIDTH = 128;
    private static final int TOKENS = 24;
    private static final int HEADS = 4;
    // The gradients of a layer's inputs and of its weights take as many operations each as its results.
    private static final int PASSES = 3;
    private static final UNetConfig NETWORK = new UNetConfig(
            POSITIONS,
            CHANNELS,
            CHANNELS,
            List.of(
                    new UNetConfig.Level(128, 1, false, false, HEADS, 1),
                    new UNetConfig.Level(192, 1, true, true, HEADS, 1)),
            8,
            1e-5,
            TEXT_WIDTH,
            TEXT_WIDTH,
            512,
            true,
            0,
            true,
            true);

    /**
     * Measures all combinations on the threads of {@link Engine#threads()}.
     *
     * @return samples a second, seconds of each part of a step (medians), and 10^9 floating-point operations a second
     */
    public ObjectNode run() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("machine", Machine.describe());
        report.put("threads", Engine.threads()).put("batch", BATCH);
        for (Precision precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
            Stream.of(1, Engine.threads())
                    .distinct()
                    .forEach(replicas -> report.set(name(precision, replicas), measured(precision, replicas)));
        }
        return report;
    }

    /** The report as lines of text. */
    public static String text(ObjectNode report) {
        StringBuilder text = new StringBuilder();
        report.properties().forEach(entry -> {
            String value = entry.getValue().has("samples/s")
                    ? String.format(
                            Locale.ROOT,
                            "%.1f samples/s; forward %.3f s, backward %.3f s, optimizer %.3f s; %.0f GFLOP/s",
                            entry.getValue().path("samples/s").asDouble(),
                            entry.getValue().path("forward").asDouble(),
                            entry.getValue().path("backward").asDouble(),
                            entry.getValue().path("optimizer").asDouble(),
                            entry.getValue().path("GFLOP/s").asDouble())
                    : entry.getValue().isObject()
                            ? entry.getValue().path("processor").asText()
                            : entry.getValue().asText();
            text.append(String.format(Locale.ROOT, "%-36s %s%n", entry.getKey(), value));
        });
        return text.toString();
    }

    private static String name(Precision precision, int replicas) {
        int threads = Math.max(1, Engine.threads() / replicas);
        return precision.toString().toLowerCase(Locale.ROOT) + ", replicas x threads " + replicas + " x " + threads;
    }

    private ObjectNode measured(Precision precision, int replicas) {
        int batch = BATCH / replicas * replicas; // a multiple, for a number of threads that does not divide it
        TrainingPlan plan = new TrainingPlan(
                1,
                steps + 1,
                Math.max(batch, replicas),
                replicas,
                1e-4,
                0,
                0,
                0.9,
                0.99,
                0.01,
                1,
                0.999,
                600,
                1,
                1,
                precision,
                false,
                "cpu");
        List<StepTimes> times;
        double operations;
        try (Profile profile = Profile.start()) {
            times = StepTimes.measure(new Denoising(), plan, steps + 1);
            operations = profile.totals().values().stream()
                            .mapToDouble(Total::operations)
                            .sum()
                    * PASSES
                    / (steps + 1);
        }
        List<StepTimes> timed = times.subList(1, times.size());
        double seconds = median(timed, StepTimes::total);
        return JsonNodeFactory.instance
                .objectNode()
                .put("samples/s", rounded(plan.batch() / seconds))
                .put("seconds", rounded(seconds))
                .put("forward", rounded(median(timed, StepTimes::forward)))
                .put("backward", rounded(median(timed, StepTimes::backward)))
                .put("optimizer", rounded(median(timed, StepTimes::optimizer)))
                .put("GFLOP/s", rounded(operations / seconds / 1e9));
    }

    private static double median(List<StepTimes> times, ToDoubleFunction<StepTimes> part) {
        List<Double> seconds = new ArrayList<>();
        times.forEach(time -> seconds.add(part.applyAsDouble(time)));
        return Spread.of(seconds).median();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** Trains the network on noise, with the loss of the stages that train a UNet. */
    private static final class Denoising implements Stage {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public String settings() {
            return "";
        }

        @Override
        public Map<String, Tensor> initial() {
            return Stage.fresh(1, weights -> UNet.of(NETWORK, weights));
        }

        @Override
        public Objective objective(Weights weights) {
            UNet network = UNet.of(NETWORK, weights);
            return new Objective() {
                @Override
                public Loss loss(BatchSeed batch, SegmentRunner segments) {
                    return error(network, batch, segments);
                }

                @Override
                public Map<String, Double> validate() {
                    return Map.of();
                }
            };
        }

        private static Loss error(UNet network, Stage.BatchSeed batch, SegmentRunner segments) {
            int count = batch.count();
            float[] timesteps = new float[count];
            Arrays.fill(timesteps, 500);
            try (Noise noise = batch.noise()) {
                Tensor predicted = network.forward(
                        noise.normal(count, CHANNELS, POSITIONS, POSITIONS).contiguous(MemoryFormat.ChannelsLast),
                        Tensors.of(timesteps, count),
                        Context.of(noise.normal(count, TOKENS, TEXT_WIDTH)),
                        noise.normal(count, TEXT_WIDTH),
                        segments);
                Tensor target = noise.normal(count, CHANNELS, POSITIONS, POSITIONS);
                return new Loss(torch.mse_loss(predicted, target), Map.of());
            }
        }

        @Override
        public void export(Map<String, Tensor> averaged, StageProvenance provenance) {
            throw new UnsupportedOperationException("a benchmark writes no model");
        }
    }
}
