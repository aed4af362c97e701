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
 * The settings of one run of one stage, as a JSON file. Paths count from the working directory.
 *
 * @param model the model folder that is read and written
 * @param template a folder whose configurations are copied into the model folder where it has none, or null
 * @param run the folder of checkpoints and metrics
 * @param plan how long and how fast
 * @param data what is learned from
 * @param unseen what is validated on
 * @param settings what the stage itself can be told
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

    private static final int SMALLEST = 16; // pixels
    private static final int LARGEST = 4096;

    /** Refuses a file that leaves out what is needed. */
    public RunConfig {
        present("model", model);
        present("run", run);
        present("plan", plan);
        present("data", data);
        present("unseen", unseen);
        present("settings", settings);
    }

    private static void present(String name, @Nullable Object value) {
        if (value == null) {
            throw new InvalidRequestException("\"" + name + "\" is missing");
        }
    }

    /**
     * Where pictures come from: exactly one of both.
     *
     * @param scenes rendered ones, or null
     * @param folder a folder of pictures grouped by style, or null
     */
    public record Data(@Nullable Scenes scenes, @Nullable Folder folder) {
        /** Refuses none and both. */
        public Data {
            if ((scenes == null) == (folder == null)) {
                throw new InvalidRequestException("data needs either \"scenes\" or \"folder\"");
            }
        }
    }

    /**
     * Pictures of a folder.
     *
     * @param path the folder
     * @param size the side in pixels that they are brought to
     */
    public record Folder(String path, int size) {
        /** Refuses sizes that no model takes. */
        public Folder {
            present("path", path);
            Bounds.within("size", size, SMALLEST, LARGEST);
        }
    }

    /**
     * Rendered pictures.
     *
     * @param firstStyle the seed of the first style; the others follow
     * @param styles how many styles
     * @param pictures how many pictures of each
     * @param size their side in pixels
     * @param objects what they show
     */
    public record Scenes(long firstStyle, int styles, int pictures, int size, List<String> objects) {
        /** Refuses values that no data can have. */
        public Scenes {
            Bounds.atLeast("styles", styles, 2);
            Bounds.atLeast("pictures", pictures, 1);
            Bounds.within("size", size, SMALLEST, LARGEST);
            present("objects", objects);
            objects = List.copyOf(objects);
            if (objects.isEmpty() || Set.copyOf(objects).size() < objects.size()) {
                throw new InvalidRequestException("objects are " + objects + ", expected at least one, and each once");
            }
        }
    }

    /** Reads a file; unknown, missing and bad settings are refused by name. */
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

    /** The stage's own settings. */
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
