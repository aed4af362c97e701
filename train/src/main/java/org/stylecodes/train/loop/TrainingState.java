package org.stylecodes.train.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Device;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Scope;
import org.stylecodes.train.config.TrainingPlan;
import org.stylecodes.train.stage.Stage;

/**
 * The state that a run needs to continue as if it had never stopped.
 *
 * @param settings the stage, its settings and its data, as text
 * @param plan the schedule of the training
 * @param step the number of steps taken
 * @param seconds the time spent in these steps
 * @param weights the trained weights
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

    /** The state in the run's last checkpoint, or the initial state if there is none. */
    static TrainingState latest(Path run, Stage stage, TrainingPlan plan) {
        TrainingState start = start(stage, plan);
        Path file = run.resolve(FILE);
        try {
            return Files.exists(file) ? start.read(file) : start;
        } catch (RuntimeException failed) {
            start.close();
            throw failed;
        }
    }

    private static TrainingState start(Stage stage, TrainingPlan plan) {
        List<Parameters> made = new ArrayList<>();
        try {
            Parameters weights = kept(made, initial(stage, plan.place()));
            return new TrainingState(
                    stage.name() + " " + stage.settings(),
                    plan,
                    0,
                    0,
                    weights,
                    kept(made, weights.zeros()),
                    kept(made, weights.zeros()),
                    kept(made, weights.copy()));
        } catch (RuntimeException failed) {
            made.forEach(Parameters::close);
            throw failed;
        }
    }

    private static Parameters initial(Stage stage, Device device) {
        Map<String, Tensor> initial = stage.initial();
        try {
            return Parameters.copyOf(initial, tensor -> Devices.put(device, tensor));
        } finally {
            initial.values().forEach(Tensor::close);
        }
    }

    private static Parameters kept(List<Parameters> made, Parameters next) {
        made.add(next);
        return next;
    }

    TrainingState at(long step, double seconds) {
        return new TrainingState(settings, plan, step, seconds, weights, first, second, average);
    }

    /** Replaces the run's checkpoint atomically. If the process is killed meanwhile, the old checkpoint remains. */
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

    /** Frees the tensors, which are shared with all states made by {@link #at}. */
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
            String storedSettings = text(file, metadata, "settings");
            if (!settings.equals(storedSettings)) {
                throw refused(file, storedSettings);
            }
            long taken = (long) number(file, metadata, "step");
            String storedPlan = text(file, metadata, "plan");
            if (!plan.continues(TrainingPlan.ofJson(file, storedPlan), taken)) {
                throw refused(file, storedPlan + " after step " + taken);
            }
            restore(stored, "weights", weights);
            restore(stored, "first", first);
            restore(stored, "second", second);
            restore(stored, "average", average);
            return at(taken, number(file, metadata, "seconds"));
        }
    }

    private static double number(Path file, Map<String, String> metadata, String key) {
        String text = text(file, metadata, key);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw new ModelFormatException(file.toString(), key, -1, "is " + text + ", expected a number", malformed);
        }
    }

    private static String text(Path file, Map<String, String> metadata, String key) {
        String text = metadata.get(key);
        if (text == null) {
            throw new ModelFormatException(file.toString(), key, -1, "is missing; expected the checkpoint of a run");
        }
        return text;
    }

    private static InvalidRequestException refused(Path file, String with) {
        return new InvalidRequestException(file + " belongs to a run with other settings (" + with
                + "); use another run folder, or the old settings. Only \"steps\" may change, and only before the"
                + " learning rate begins to fall in either plan");
    }

    private static void restore(Safetensors stored, String name, Parameters into) {
        Scope.run(() -> {
            Tensor tensor = stored.read(name);
            if (tensor.numel() != into.size()) {
                throw new InvalidRequestException(
                        "the checkpoint has " + tensor.numel() + " values under " + name + ", but the network has "
                                + into.size() + "; its configuration has changed, so use another run folder");
            }
            into.flat().copy_(tensor);
        });
    }
}
