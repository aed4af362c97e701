package org.stylecodes.train.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;
import org.stylecodes.train.config.TrainingException;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.stage.Stage;

/**
 * All that a run needs to go on as if it had never stopped.
 *
 * @param settings the stage and what it learns from, as text
 * @param plan how long and how fast
 * @param step steps taken
 * @param seconds time spent in them
 * @param weights as trained
 * @param first AdamW's first moment
 * @param second AdamW's second moment
 * @param average the averaged weights
 */
record TrainingState(
        String settings,
        TrainingPlan plan,
        long step,
        double seconds,
        Parameters weights,
        Parameters first,
        Parameters second,
        Parameters average)
        implements AutoCloseable {
    private static final String FILE = "checkpoint.safetensors";

    /** Where the run stopped last, or its start. */
    static TrainingState latest(Path run, Stage stage, TrainingPlan plan) {
        Map<String, Tensor> initial = stage.initial();
        Device device = plan.place();
        Parameters weights = Parameters.copyOf(initial, tensor -> Devices.put(device, tensor));
        initial.values().forEach(Tensor::close);
        TrainingState start = new TrainingState(
                stage.name() + " " + stage.settings(),
                plan,
                0,
                0,
                weights,
                weights.zeros(),
                weights.zeros(),
                weights.copy());
        Path file = run.resolve(FILE);
        try {
            return Files.exists(file) ? start.read(file) : start;
        } catch (RuntimeException failed) {
            start.close();
            throw failed;
        }
    }

    TrainingState at(long step, double seconds) {
        return new TrainingState(settings, plan, step, seconds, weights, first, second, average);
    }

    /** Replaces the run's checkpoint; a process killed meanwhile leaves the old one. */
    void write(Path run) {
        Safetensors.write(
                run.resolve(FILE),
                Map.of(
                        "weights", weights.flat(),
                        "first", first.flat(),
                        "second", second.flat(),
                        "average", average.flat()),
                Map.of(
                        "settings",
                        settings,
                        "plan",
                        plan.toJson(),
                        "step",
                        Long.toString(step),
                        "seconds",
                        Double.toString(seconds)));
    }

    /** Frees the numbers, also of those made by {@link #at}. */
    @Override
    public void close() {
        weights.close();
        first.close();
        second.close();
        average.close();
    }

    private TrainingState read(Path file) {
        try (Safetensors stored = Safetensors.open(file)) {
            Map<String, String> metadata = stored.metadata();
            if (!settings.equals(metadata.get("settings")) || !metadata.containsKey("plan")) {
                throw refused(file, metadata.get("settings"));
            }
            long taken = Long.parseLong(metadata.get("step"));
            TrainingPlan begun = TrainingPlan.ofJson(metadata.get("plan"));
            if (!plan.continues(begun, taken)) {
                throw refused(file, metadata.get("plan") + " after step " + taken);
            }
            Scope.run(() -> {
                restore(stored, "weights", weights);
                restore(stored, "first", first);
                restore(stored, "second", second);
                restore(stored, "average", average);
            });
            return at(taken, Double.parseDouble(metadata.get("seconds")));
        }
    }

    private static TrainingException refused(Path file, String with) {
        return new TrainingException(file + " belongs to a run with other settings (" + with
                + "); give this run a folder of its own, or the old settings. Only \"steps\" may change, as long as the"
                + " rate has begun to fall in neither plan");
    }

    private static void restore(Safetensors stored, String name, Parameters into) {
        Tensor tensor = stored.tensor(name);
        if (tensor.numel() != into.size()) {
            throw new TrainingException("the checkpoint has " + tensor.numel() + " numbers under " + name
                    + ", but the network has " + into.size() + "; its configuration has changed");
        }
        into.flat().copy_(tensor);
    }
}
