package org.stylecodes.train.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.error.StyleCodesException;

/**
 * The settings of one run of one stage, read from a JSON file. Paths are relative to the working directory.
 *
 * @param model the model folder that is read and written
 * @param template a folder whose files are copied into the model folder if they are missing there, or null
 * @param run the folder for checkpoints and metrics
 * @param plan the schedule of the training
 * @param data the training data
 * @param unseen the validation data
 * @param settings the settings of the stage
 */
public record RunConfig(
        String model,
        @Nullable String template,
        String run,
        TrainingPlan plan,
        Data data,
        Data unseen,
        JsonNode settings) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final int MIN_SIZE = 16; // pixels
    private static final int MAX_SIZE = 4096;

    /** @throws InvalidRequestException if a required setting is missing */
    public RunConfig {
        requirePresent("model", model);
        requirePresent("run", run);
        requirePresent("plan", plan);
        requirePresent("data", data);
        requirePresent("unseen", unseen);
        requirePresent("settings", settings);
    }

    private static void requirePresent(String name, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException("\"" + name + "\" is missing");
        }
    }

    /**
     * Where pictures come from. Exactly one of the two is given.
     *
     * @param scenes rendered pictures, or null
     * @param folder a folder of pictures grouped by style, or null
     */
    public record Data(@Nullable Scenes scenes, @Nullable Folder folder) {
        /** @throws InvalidRequestException if none or both are given */
        public Data {
            if ((scenes == null) == (folder == null)) {
                throw new InvalidRequestException("data must have either \"scenes\" or \"folder\"");
            }
        }
    }

    /**
     * Pictures in a folder.
     *
     * @param path the folder
     * @param size the side in pixels of the square that pictures are resized to
     */
    public record Folder(String path, int size) {
        /** @throws InvalidRequestException if the size is not 16 to 4096 */
        public Folder {
            requirePresent("path", path);
            Bounds.within("size", size, MIN_SIZE, MAX_SIZE);
        }
    }

    /**
     * Rendered pictures.
     *
     * @param firstStyle the seed of the first style; the other styles have the seeds that follow
     * @param styles the number of styles, at least 2
     * @param pictures the number of pictures in each style
     * @param size the side of a picture in pixels
     * @param objects the objects that the pictures show
     */
    public record Scenes(long firstStyle, int styles, int pictures, int size, List<String> objects) {
        /** @throws InvalidRequestException if a value is out of range, or objects are missing or repeated */
        public Scenes {
            Bounds.atLeast("styles", styles, 2);
            Bounds.atLeast("pictures", pictures, 1);
            Bounds.within("size", size, MIN_SIZE, MAX_SIZE);
            requirePresent("objects", objects);
            objects = List.copyOf(objects);
            if (objects.isEmpty() || Set.copyOf(objects).size() < objects.size()) {
                throw new InvalidRequestException("objects are " + objects + ", expected at least one, and none twice");
            }
        }
    }

    /** Reads a file. Unknown, missing and bad settings are refused by name. */
    public static RunConfig read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), RunConfig.class);
        } catch (JsonProcessingException malformed) {
            if (malformed.getCause() instanceof StyleCodesException bad) {
                throw new InvalidRequestException(file + ": " + bad.getMessage(), bad);
            }
            throw new InvalidRequestException(file + ": " + malformed.getOriginalMessage(), malformed);
        } catch (IOException unreadable) {
            throw new EnvironmentException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The settings of the stage, as an object of its settings type. */
    public <T> T settings(Class<T> type) {
        try {
            return JSON.treeToValue(settings, type);
        } catch (JsonProcessingException malformed) {
            String reason = malformed.getCause() instanceof StyleCodesException bad
                    ? bad.getMessage()
                    : malformed.getOriginalMessage();
            throw new InvalidRequestException("settings: " + reason, malformed);
        }
    }
}
