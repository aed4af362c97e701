package org.stylecodes.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.error.UnsupportedOptionException;
import org.stylecodes.format.Config;
import org.stylecodes.format.Safetensors;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.sampler.UnknownSamplerException;
import org.stylecodes.sampler.solver.DiffusersScheduler;
import org.stylecodes.sampler.solver.NoiseSchedule;
import org.stylecodes.sampler.solver.Trajectory;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/**
 * A recorded run of one of diffusers' schedulers. The recorded outputs of the denoiser are fed to the sampler, and its results are compared
 * with those of the scheduler. The file contains {@code timesteps}, {@code initial}, {@code scaled_inputs}, {@code model_outputs} and
 * {@code samples}, and possibly {@code sigmas} and the drawn {@code noises}. Its header has {@code class}, {@code config} and
 * {@code steps}.
 *
 * @param sampler the sampler that corresponds to the scheduler
 * @param schedule the scheduler's noise schedule
 * @param steps the number of steps
 */
public record SchedulerCase(Sampler sampler, NoiseSchedule schedule, int steps) {

    /**
     * The largest differences between a recorded run and its replay, each relative to the largest recorded number.
     *
     * @param timesteps the error of the timesteps
     * @param sigmas the error of the ratios of noise to signal; 0 if none are recorded
     * @param inputs the error of the inputs of the denoiser
     * @param samples the error of the latents after each step
     */
    public record Errors(double timesteps, double sigmas, double inputs, double samples) {}

    /**
     * Reads the header of a recording.
     *
     * @param name the file's name, for messages
     * @throws UnknownSamplerException if the scheduler or its variant is not supported
     * @throws ModelFormatException if the header lacks a setting or has a malformed one
     */
    public static SchedulerCase of(String name, Safetensors recording) {
        String className = setting(name, "class", recording);
        Config config = config(name, setting(name, "config", recording));
        int steps = steps(name, recording);
        try {
            Sampler sampler = DiffusersScheduler.sampler(className, config);
            // The header does not record DDIM's eta. If noise was drawn, eta was 1.
            boolean noisy = sampler == Sampler.DDIM && recording.names().contains("noises");
            return new SchedulerCase(noisy ? Sampler.DDIM_ETA1 : sampler, NoiseSchedule.of(config), steps);
        } catch (UnsupportedOptionException variant) {
            throw new UnknownSamplerException(
                    className + " was recorded in a variant that is not supported: " + variant.getMessage());
        }
    }

    /**
     * Runs the sampler with the recorded outputs of the denoiser and the recorded noise.
     *
     * @throws ModelFormatException if the sampler needs more of them than the recording has
     */
    public Errors replay(Safetensors recording) {
        return Scope.get(() -> {
            Trajectory trajectory = Trajectory.of(sampler, schedule, steps);
            List<float[]> inputs = new ArrayList<>();
            List<float[]> samples = new ArrayList<>();
            Iterator<Tensor> noises = rows(recording, "noises");
            Iterator<Tensor> outputs = rows(recording, "model_outputs");
            trajectory.sample(
                    (latents, timestep, step, count) -> {
                        inputs.add(Tensors.floats(latents));
                        return next(outputs, "model_outputs");
                    },
                    recording.tensor("initial"),
                    shape -> next(noises, "noises"),
                    step -> samples.add(Tensors.floats(step.latents())));
            return new Errors(
                    error(recording, "timesteps", List.of(timesteps(trajectory))),
                    recording.names().contains("sigmas") ? error(recording, "sigmas", List.of(sigmas(trajectory))) : 0,
                    error(recording, "scaled_inputs", inputs),
                    error(recording, "samples", samples));
        });
    }

    /** The timesteps for another number of steps. */
    public float[] timesteps(int otherSteps) {
        return timesteps(Trajectory.of(sampler, schedule, otherSteps));
    }

    /**
     * The error allowed for timesteps, relative to the largest timestep; 0 means exactly equal. Karras sigmas that are not rounded to whole
     * timesteps are converted with logarithms whose last digit differs between processors.
     */
    public double timestepBound() {
        return sampler == Sampler.EULER_KARRAS || sampler == Sampler.HEUN_KARRAS ? 1e-6 : 0;
    }

    private static float[] timesteps(Trajectory trajectory) {
        float[] timesteps = new float[trajectory.length()];
        for (int i = 0; i < timesteps.length; i++) {
            timesteps[i] = trajectory.timestep(i);
        }
        return timesteps;
    }

    private static float[] sigmas(Trajectory trajectory) {
        float[] sigmas = new float[trajectory.length() + 1];
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = trajectory.sigma(i);
        }
        return sigmas;
    }

    private static Tensor next(Iterator<Tensor> rows, String name) {
        if (!rows.hasNext()) {
            throw new ModelFormatException("the recording", name, -1, "has fewer entries than the sampler needs");
        }
        return rows.next();
    }

    private static Iterator<Tensor> rows(Safetensors recording, String name) {
        if (!recording.names().contains(name)) {
            return Collections.emptyIterator();
        }
        Tensor all = recording.tensor(name);
        return LongStream.range(0, all.size(0)).mapToObj(i -> all.select(0, i)).iterator();
    }

    private static double error(Safetensors recording, String name, List<float[]> rows) {
        float[] expected = Tensors.floats(recording.tensor(name));
        float[] actual = new float[rows.stream().mapToInt(row -> row.length).sum()];
        int filled = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, actual, filled, row.length);
            filled += row.length;
        }
        return relativeError(expected, actual);
    }

    /** max|expected - actual| / max|expected|. Infinite if the counts differ; infinite or NaN if a number is not finite. */
    public static double relativeError(float[] expected, float[] actual) {
        if (expected.length != actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = Float.MIN_NORMAL;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) expected[i] - actual[i]);
            error = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return error / largest;
    }

    private static String setting(String name, String key, Safetensors recording) {
        String value = recording.metadata().get(key);
        if (value == null) {
            throw new ModelFormatException(name, key, -1, "the header lacks this setting");
        }
        return value;
    }

    private static int steps(String name, Safetensors recording) {
        String steps = setting(name, "steps", recording);
        if (!steps.matches("[1-9]\\d{0,5}")) {
            throw new ModelFormatException(name, "steps", -1, "is \"" + steps + "\", expected a positive whole number");
        }
        return Integer.parseInt(steps);
    }

    private static Config config(String name, String json) {
        try {
            return Config.of(name, new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(name, "config", -1, "is not JSON: " + e.getOriginalMessage());
        }
    }
}
