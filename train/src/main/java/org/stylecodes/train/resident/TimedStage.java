package org.stylecodes.train.resident;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Scope;

/** Runs the steps of a stage until its time is over, and reports the terms of its loss now and then. */
final class TimedStage {
    // Kernels are loaded and chosen in the first steps, before the clock starts.
    private static final int WARM_UP = 3;
    private static final int UPLOAD_STEPS = 10;
    private static final int REPORT_STEPS = 50;
    private static final double SAVE_SECONDS = 20;

    private final String name;
    private final double seconds;
    private final LongSupplier nanos;
    private final Consumer<String> report;

    /** One step of a stage: computes the gradients and changes the weights. */
    interface Step extends AutoCloseable {
        /** The weights that the stage trains. */
        FlatWeights weights();

        /** Takes a step. Returns scalars for the report. Must not wait for the device. */
        Map<String, Tensor> take(Progress progress, SplittableRandom random);

        /** The number of samples of a step. */
        int batch();

        /** Frees everything that the stage made. */
        @Override
        default void close() {
            weights().close();
        }
    }

    /** @param nanos the clock, in nanoseconds */
    TimedStage(String name, double seconds, LongSupplier nanos, Consumer<String> report) {
        this.name = name;
        this.seconds = seconds;
        this.nanos = nanos;
        this.report = report;
    }

    /**
     * Runs the stage.
     *
     * @param betweenSteps brings new pictures to the device
     * @param save called after a report if more than 20 seconds have passed since the last call
     */
    void run(long seed, Step step, Runnable betweenSteps, Runnable save) {
        for (int i = 0; i < WARM_UP; i++) {
            measured(step, new Progress(0, 0), new SplittableRandom(i));
        }
        long start = nanos.getAsLong();
        double reported = 0;
        double saved = 0;
        long taken = 0;
        for (double elapsed = 0; elapsed < seconds; elapsed = since(start)) {
            Progress progress = new Progress(taken, elapsed / seconds);
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + taken);
            taken++;
            if (taken % REPORT_STEPS != 0) {
                Scope.run(() -> step.take(progress, random));
            } else {
                Map<String, Double> terms = measured(step, progress, random);
                double now = since(start);
                report.accept(line(now, taken, REPORT_STEPS * step.batch() / (now - reported), terms));
                reported = now;
                if (now - saved > SAVE_SECONDS) {
                    save.run();
                    saved = now;
                }
            }
            if (taken % UPLOAD_STEPS == 0) {
                betweenSteps.run();
            }
        }
        // Reading a value waits for the device, so that its backlog does not count for the next stage.
        measured(step, new Progress(taken, 1), new SplittableRandom(seed));
        report.accept(String.format(
                Locale.ROOT, "%s: %d steps, %d samples in %.0f s", name, taken, taken * step.batch(), seconds));
    }

    private static Map<String, Double> measured(Step step, Progress progress, SplittableRandom random) {
        return Scope.get(() -> {
            Map<String, Double> terms = new TreeMap<>();
            step.take(progress, random).forEach((term, value) -> terms.put(term, value.item_double()));
            return terms;
        });
    }

    private String line(double now, long taken, double rate, Map<String, Double> terms) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%s %.0f s, step %d, %.0f samples/s", name, now, taken, rate));
        terms.forEach((term, value) -> line.append(String.format(Locale.ROOT, ", %s %.4f", term, value)));
        return line.toString();
    }

    private double since(long start) {
        return (nanos.getAsLong() - start) / 1e9;
    }
}
