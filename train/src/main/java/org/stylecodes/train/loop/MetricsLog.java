package org.stylecodes.train.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.train.config.TrainingPlan;

/** Collects metrics. A report writes their means since the last one to {@code metrics.jsonl} in the run's folder, as a line of JSON. */
public final class MetricsLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One line of metrics.
     *
     * @param step the number of steps taken
     * @param steps the total number of steps
     * @param terms means of the loss and its terms since the last report, and the last validation with the prefix {@code val_}
     * @param samplesPerSecond the speed since this process began
     * @param secondsLeft the time to the end of the run at that speed
     */
    public record Report(
            long step, long steps, Map<String, Double> terms, double samplesPerSecond, double secondsLeft) {}

    private final TrainingPlan plan;
    private final BufferedWriter out;
    private final long firstStep;
    private final double earlierSeconds;
    private final long startTime = System.nanoTime();
    private final Map<String, Double> sums = new TreeMap<>();
    private final Map<String, Double> validation = new TreeMap<>();
    private long checkpointed = startTime;
    private int count;

    private MetricsLog(TrainingPlan plan, BufferedWriter out, long firstStep, double earlierSeconds) {
        this.plan = plan;
        this.out = out;
        this.firstStep = firstStep;
        this.earlierSeconds = earlierSeconds;
    }

    static MetricsLog append(Path run, TrainingPlan plan, long firstStep, double earlierSeconds) {
        try {
            Files.createDirectories(run);
            BufferedWriter out = Files.newBufferedWriter(
                    run.resolve("metrics.jsonl"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new MetricsLog(plan, out, firstStep, earlierSeconds);
        } catch (IOException failed) {
            throw new EnvironmentException("cannot write metrics in " + run + ": " + failed.getMessage(), failed);
        }
    }

    void add(DataParallel.Measured step) {
        for (Map<String, Double> terms : step.terms()) {
            terms.forEach((name, value) -> sums.merge(name, value / step.terms().size(), Double::sum));
        }
        sums.merge("gradient_norm", step.gradientNorm(), Double::sum);
        count++;
    }

    void validated(Map<String, Double> measures) {
        measures.forEach((name, value) -> validation.put("val_" + name, value));
    }

    Report report(long step) {
        Map<String, Double> terms = new TreeMap<>(validation);
        sums.forEach((name, sum) -> terms.put(name, sum / count));
        validation.clear();
        sums.clear();
        count = 0;
        double speed = (step - firstStep) / secondsSinceStart();
        Report report = new Report(step, plan.steps(), terms, speed * plan.batch(), (plan.steps() - step) / speed);
        write(report);
        return report;
    }

    private void write(Report report) {
        ObjectNode line = JSON.createObjectNode();
        line.put("step", report.step());
        line.put("samples", report.step() * plan.batch());
        line.put("rate", plan.rateAt(report.step() - 1));
        line.put("seconds", Math.round(seconds() * 10) / 10.0);
        line.put("samples_per_second", Math.round(report.samplesPerSecond() * 10) / 10.0);
        report.terms().forEach(line::put);
        try {
            out.write(line.toString());
            out.newLine();
            out.flush();
        } catch (IOException failed) {
            throw new EnvironmentException("cannot write metrics: " + failed.getMessage(), failed);
        }
    }

    /** The time spent in steps in seconds, including earlier processes of this run. */
    double seconds() {
        return earlierSeconds + secondsSinceStart();
    }

    double secondsSinceCheckpoint() {
        return (System.nanoTime() - checkpointed) / 1e9;
    }

    void checkpointed() {
        checkpointed = System.nanoTime();
    }

    private double secondsSinceStart() {
        return (System.nanoTime() - startTime) / 1e9;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw new EnvironmentException("cannot write metrics: " + failed.getMessage(), failed);
        }
    }
}
