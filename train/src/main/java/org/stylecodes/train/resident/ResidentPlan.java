package org.stylecodes.train.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.config.Bounds;
import org.stylecodes.train.illustration.folder.StyleSelection;

/**
 * The sizes of a run of {@link ResidentTraining}.
 *
 * @param device {@code cpu} or {@code cuda}
 * @param model the folder of the model; it must have the configurations of all parts, or get them from the template
 * @param template a folder with configurations, which are copied to the model if it does not have them; or null
 * @param from the folder of an earlier run, which gives the weights of stages that take no time and the start of the others; or null
 * @param styles the number of styles that are composed
 * @param unseen the number of styles among them that are only for measuring, even, at least 2
 * @param perStyle pictures of each style; the last of them shows no thing
 * @param firstStyle the number of the first style, from which its seed follows
 * @param readyStyles how many styles must be composed before training starts
 * @param size the side of pictures in pixels, 256, which the judge reads
 * @param crop the side of the autoencoder's crops in pixels
 * @param threads the number of threads that compose
 * @param seconds how long each stage takes, by its name
 * @param batches the number of samples in a step of each stage, by its name
 * @param adversarialFrom the share of the autoencoder's time, 0..1, after which the discriminator takes part
 */
public record ResidentPlan(
        String device,
        String model,
        @Nullable String template,
        @Nullable String from,
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
    /** The names of the stages, sorted. */
    static final Set<String> STAGES =
            Collections.unmodifiableSet(new TreeSet<>(Set.of("judge", "code", "vae", "base", "branch")));

    private static final int SIZE = 256;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build()
            .readerFor(ResidentPlan.class);

    /** @throws InvalidRequestException if a value is out of range */
    public ResidentPlan {
        if (device == null || !Set.of("cpu", "cuda").contains(device)) {
            throw new InvalidRequestException("device is " + device + ", expected cpu or cuda");
        }
        if (model == null) {
            throw new InvalidRequestException("model is missing; expected the folder of the model");
        }
        Bounds.within("size", size, SIZE, SIZE);
        Bounds.within("crop", crop, 16, size);
        Bounds.within("perStyle", perStyle, 3, 1000);
        if (unseen < 2 || unseen % 2 != 0) {
            throw new InvalidRequestException("unseen is " + unseen + ", expected an even number of 2 or more");
        }
        Bounds.within("firstStyle", firstStyle, 0, StyleSelection.FOR_JUDGING - styles);
        Bounds.within("readyStyles", readyStyles, 1, Math.max(1, styles - unseen));
        Bounds.atLeast("styles", styles, unseen + 1L);
        Bounds.atLeast("threads", threads, 1);
        Bounds.within("adversarialFrom", adversarialFrom, 0.0, 1.0);
        seconds = checked("seconds", seconds);
        batches = checked("batches", batches);
        seconds.forEach((stage, value) -> Bounds.within("seconds of " + stage, value, 0.0, 1e7));
        batches.forEach((stage, value) -> Bounds.atLeast("batch of " + stage, value, 2));
        if (from == null && seconds.containsValue(0.0)) {
            throw new InvalidRequestException(
                    "from is missing; a stage of 0 seconds takes its weights from the folder of an earlier run");
        }
    }

    private static <V> Map<String, V> checked(String name, @Nullable Map<String, V> values) {
        if (values == null
                || !values.keySet().equals(STAGES)
                || values.values().stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException(name + " is " + values + ", expected a number for each of " + STAGES);
        }
        return Map.copyOf(values);
    }

    /**
     * Reads a plan from a JSON file.
     *
     * @throws InvalidRequestException if the file cannot be read, or has unknown, missing or contradictory values
     */
    public static ResidentPlan read(Path file) {
        try {
            return JSON.readValue(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            Throwable cause = malformed.getCause();
            throw new InvalidRequestException(
                    file + ": " + (cause == null ? malformed.getOriginalMessage() : cause.getMessage()), malformed);
        } catch (IOException failed) {
            throw new InvalidRequestException(file + ": cannot be read: " + failed.getMessage(), failed);
        }
    }

    double secondsOf(String stage) {
        return Objects.requireNonNull(seconds.get(stage));
    }

    int batchOf(String stage) {
        return Objects.requireNonNull(batches.get(stage));
    }
}
