package org.stylecodes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from, as its {@code style/config.json} tells. Texts are null where the file says nothing.
 *
 * @param data what it learned from
 * @param licence of its weights
 * @param stages of its training, in the order of the file; none for a model that was trained by another program
 * @param more what else the file says: names with dots between the parts, and values as text
 */
public record Provenance(
        @Nullable String data, @Nullable String licence, List<Stage> stages, Map<String, String> more) {
    /** Nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(null, null, List.of(), Map.of());

    /**
     * A stage of a training. Numbers are null where the file says nothing.
     *
     * @param name of the stage, such as {@code base}
     * @param seed of its random choices
     * @param steps of the optimizer that were taken
     * @param batch how many examples a step took
     * @param seconds spent in the steps
     * @param trainer the version of the program that trained it
     * @param settings what it learned from and its settings, as the program writes them
     * @param more what else the file says: names with dots between the parts, and values as text
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

    /** Copies list and map. */
    public Provenance {
        stages = List.copyOf(stages);
        more = Map.copyOf(more);
    }

    /** The stage of a name, or null. */
    public @Nullable Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
