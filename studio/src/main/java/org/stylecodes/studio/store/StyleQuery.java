package org.stylecodes.studio.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which styles of a model are wanted.
 *
 * @param words each of which must be in a style's name, note, tags or code; without regard to case
 * @param tag that a style must have; null for any
 * @param favourite whether a style must be a favourite or must not; null for either
 */
public record StyleQuery(
        String model,
        List<String> words,
        @Nullable String tag,
        @Nullable Boolean favourite) {
    /** The orders in which the gallery is shown; styles that are equal in one follow by their ids. */
    public enum Order {
        /** By creation, the newest first. */
        NEWEST,
        /** By creation, the oldest first. */
        OLDEST,
        /** By name, without regard to case. */
        NAME,
        /** Favourites first, within them the newest. */
        FAVOURITE
    }

    public StyleQuery {
        words = List.copyOf(words);
    }

    /** All styles of a model. */
    public static StyleQuery all(String model) {
        return new StyleQuery(model, List.of(), null, null);
    }
}
