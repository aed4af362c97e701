package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.sampler.UnknownSamplerException;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Tensors;

/** Checks of noise and of samplers. */
final class SamplerChecks {
    private static final double SUM = 1e-9; // relative; the numbers are equal, but are added in another order

    private SamplerChecks() {}

    /** Keys are {@code SEED:SHAPE}, such as {@code 238:1x4x64x64}. */
    static void noise(Archive archive, String file, Comparison comparison) {
        for (Map.Entry<String, JsonNode> entry : archive.json(file).properties()) {
            String[] key = entry.getKey().split(":");
            long[] shape =
                    Stream.of(key[1].split("x")).mapToLong(Long::parseLong).toArray();
            float[] drawn;
            try (Noise noise = Noise.of(new BigInteger(key[0]).longValue())) { // up to 2^64 - 1, or negative
                drawn = Tensors.floats(noise.normal(shape));
            }
            float[] expected = numbers(entry.getValue().get("first"));
            comparison.equal(entry.getKey(), expected, Arrays.copyOf(drawn, expected.length));
            double sum = 0;
            double absolute = 0;
            for (float number : drawn) {
                sum += number;
                absolute += Math.abs(number);
            }
            double expectedAbsolute = entry.getValue().get("abs_sum").doubleValue();
            comparison.close(entry.getKey() + " abs_sum", expectedAbsolute, absolute, SUM);
            double off = Math.abs(entry.getValue().get("sum").doubleValue() - sum) / expectedAbsolute;
            comparison.note(entry.getKey() + " sum", off, SUM);
        }
    }

    /** Keys are {@code NAME_STEPS}. The recorded runs of that name have the configuration of the scheduler. */
    static void timesteps(Archive archive, String file, Comparison comparison) {
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        boolean known = false;
        for (Map.Entry<String, JsonNode> entry : archive.json(file).properties()) {
            int split = entry.getKey().lastIndexOf('_');
            int steps = Integer.parseInt(entry.getKey().substring(split + 1));
            Optional<SchedulerCase> scheduler =
                    scheduler(archive, folder + entry.getKey().substring(0, split));
            known |= scheduler.isPresent();
            scheduler.ifPresent(configured -> comparison.close(
                    entry.getKey(),
                    numbers(entry.getValue()),
                    configured.timesteps(steps),
                    configured.timestepBound()));
        }
        if (!known) {
            throw new SkippedException(
                    "no recorded run of a supported sampler has the configuration of these schedulers");
        }
    }

    /**
     * The scheduler of the recorded runs of a name, from the first run that can be read. Nothing if the scheduler is unknown, so that its
     * runs are skipped, or if all runs are damaged, so that they fail.
     */
    private static Optional<SchedulerCase> scheduler(Archive archive, String name) {
        Pattern recordings = Pattern.compile(Pattern.quote(name) + "_\\d+\\.safetensors");
        return archive.files().stream()
                .filter(file -> recordings.matcher(file).matches())
                .flatMap(file -> readable(archive, file).stream())
                .findFirst();
    }

    private static Optional<SchedulerCase> readable(Archive archive, String file) {
        try {
            return Optional.of(SchedulerCase.of(file, archive.tensors(file)));
        } catch (UnknownSamplerException | ModelFormatException e) {
            return Optional.empty();
        }
    }

    private static float[] numbers(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).floatValue();
        }
        return numbers;
    }

    static void scheduler(Archive archive, String file, Comparison comparison) {
        SchedulerCase scheduler = SchedulerCase.of(file, archive.tensors(file));
        SchedulerCase.Errors errors = scheduler.replay(archive.tensors(file));
        comparison.note("timesteps", errors.timesteps(), scheduler.timestepBound());
        comparison.note("sigmas", errors.sigmas(), Comparison.SAMPLER);
        comparison.note("scaled inputs", errors.inputs(), Comparison.SAMPLER);
        comparison.note("samples", errors.samples(), Comparison.SAMPLER);
    }
}
