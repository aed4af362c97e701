package org.stylecodes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a model, as its {@code style/config.json} records it. Texts that the file lacks are null. Immutable.
 *
 * @param data the training data
 * @param licence the licence of the weights
 * @param stages the training stages in the order of the file; empty for a model that was trained by another program
 * @param more the other fields of the file; dots join the parts of nested names, and values are text
 */
public record Provenance(
        @Nullable String data, @Nullable String licence, List<Stage> stages, Map<String, String> more) {
    /** The provenance of a model about which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(null, null, List.of(), Map.of());

    /**
     * One stage of the training. Components that the file lacks are null.
     *
     * @param name the name of the stage, such as {@code base}
     * @param seed the seed of its random choices
     * @param steps the number of optimizer steps taken
     * @param batch the number of examples per step
     * @param seconds the time spent in the steps
     * @param trainer the version of the program that trained the stage
     * @param settings the training data and the settings, as the program writes them
     * @param more the other fields of the file; dots join the parts of nested names, and values are text
     */
    public record Stage(
            String name,
            @Nullable Long seed,
            @Nullable Long steps,
            @Nullable Integer batch,
            @Nullable Double seconds,
            @Nullable String trainer,
            @Nullable String settings,
            Map<String, String> more) {
        /** Copies the map. */
        public Stage {
            more = Map.copyOf(more);
        }
    }

    /** Copies the list and the map. */
    public Provenance {
        stages = List.copyOf(stages);
        more = Map.copyOf(more);
    }

    /** Returns the stage with a name, or null if there is none. */
    public @Nullable Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
