package org.stylecodes.studio.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for styles of a model.
 *
 * @param words words that must all occur in a style's name, note, tags or code, ignoring case
 * @param tag a tag that the styles must have; null for any
 * @param favourite true for favourites only, false for other styles only; null for both
 */
public record StyleQuery(
        String model,
        List<String> words,
        @Nullable String tag,
        @Nullable Boolean favourite) {
    /** The orders in which the gallery can be listed. Ties are broken by id. */
    public enum Order {
        /** By creation time, newest first. */
        NEWEST,
        /** By creation time, oldest first. */
        OLDEST,
        /** By name, ignoring case. */
        NAME,
        /** Favourites first, then by creation time, newest first. */
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
