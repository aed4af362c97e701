package org.stylecodes.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;

/**
 * All that a run needs to go on as if it had never stopped.
 *
 * @param settings the stage and plan it belongs to, as text
 * @param step steps taken
 * @param seconds time spent in them
 * @param weights as trained
 * @param first AdamW's first moment
 * @param second AdamW's second moment
 * @param average the averaged weights
 */
record Checkpoint(
        String settings,
        long step,
        double seconds,
        Parameters weights,
        Parameters first,
        Parameters second,
        Parameters average) {
    private static final String FILE = "checkpoint.safetensors";

    /** The run's last checkpoint, or its start. */
    static Checkpoint latest(Path run, Stage stage, TrainingPlan plan) {
        Map<String, Tensor> initial = stage.initial();
        Parameters weights = Parameters.copyOf(initial);
        initial.values().forEach(Tensor::close);
        String settings = stage.name() + " " + plan + " " + stage.settings();
        Checkpoint start = new Checkpoint(settings, 0, 0, weights, weights.zeros(), weights.zeros(), weights.copy());
        Path file = run.resolve(FILE);
        return Files.exists(file) ? start.read(file) : start;
    }

    Checkpoint at(long step, double seconds) {
        return new Checkpoint(settings, step, seconds, weights, first, second, average);
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
                Map.of("settings", settings, "step", Long.toString(step), "seconds", Double.toString(seconds)));
    }

    private Checkpoint read(Path file) {
        try (Safetensors stored = Safetensors.open(file)) {
            Map<String, String> metadata = stored.metadata();
            if (!settings.equals(metadata.get("settings"))) {
                throw new TrainingException(file + " belongs to a run with other settings (" + metadata.get("settings")
                        + "); give this run a folder of its own, or the old settings");
            }
            Scope.run(() -> {
                restore(stored, "weights", weights);
                restore(stored, "first", first);
                restore(stored, "second", second);
                restore(stored, "average", average);
            });
            return at(Long.parseLong(metadata.get("step")), Double.parseDouble(metadata.get("seconds")));
        }
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
