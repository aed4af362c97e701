package org.stylecodes.train.resident;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.tensor.Scope;

/** Runs the steps of a stage until its time is over, and prints the terms of its loss now and then. */
final class TimedStage {
    // Kernels are loaded and chosen in the first steps, before the clock starts.
    private static final int WARM_UP = 3;
    private static final int UPLOAD_STEPS = 10;
    private static final double SAVE_SECONDS = 20;

    private final String name;
    private final double seconds;
    private final PrintStream out;
    private final int reportSteps;

    /** One step of a stage: computes the gradients and changes the weights. */
    interface Step {
        /** Returns scalars for the report. Must not wait for the device. */
        Map<String, Tensor> take(Progress progress, SplittableRandom random);

        /** The number of samples of a step. */
        int batch();
    }

    TimedStage(String name, double seconds, int reportSteps, PrintStream out) {
        this.name = name;
        this.seconds = seconds;
        this.reportSteps = reportSteps;
        this.out = out;
    }

    private static Map<String, Double> taken(Step step, Progress progress, SplittableRandom random, boolean report) {
        return Scope.get(() -> {
            Map<String, Double> read = new TreeMap<>();
            Map<String, Tensor> measured = step.take(progress, random);
            if (report) {
                measured.forEach((term, value) -> read.put(term, value.item_double()));
            }
            return read;
        });
    }

    /** Runs the stage. Returns the number of samples. */
    long run(long seed, Step step, Runnable betweenSteps, Runnable everyMinute) {
        for (int i = 0; i < WARM_UP; i++) {
            taken(step, new Progress(0, 0), new SplittableRandom(i), true);
        }
        long start = System.nanoTime();
        double last = 0;
        double saved = 0;
        long lastStep = 0;
        long taken = 0;
        for (double elapsed = 0; elapsed < seconds; elapsed = (System.nanoTime() - start) / 1e9) {
            Progress progress = new Progress(taken, elapsed / seconds);
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + taken);
            boolean report = (taken + 1) % reportSteps == 0;
            Map<String, Double> terms = taken(step, progress, random, report);
            taken++;
            if (taken % UPLOAD_STEPS == 0) {
                betweenSteps.run();
            }
            if (report) {
                double now = (System.nanoTime() - start) / 1e9;
                StringBuilder line = new StringBuilder(String.format(
                        Locale.ROOT,
                        "%s %.0f s, step %d, %.0f samples/s",
                        name,
                        now,
                        taken,
                        (taken - lastStep) * step.batch() / (now - last)));
                terms.forEach((term, value) -> line.append(String.format(Locale.ROOT, ", %s %.4f", term, value)));
                out.println(line);
                last = now;
                lastStep = taken;
                if (now - saved > SAVE_SECONDS) {
                    everyMinute.run();
                    saved = now;
                }
            }
        }
        taken(step, new Progress(taken, 1), new SplittableRandom(seed), true);
        out.printf(Locale.ROOT, "%s: %d steps, %d samples in %.0f s%n", name, taken, taken * step.batch(), seconds);
        return taken * step.batch();
    }
}
