package org.stylecodes.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list in a studio.
 *
 * @param items in the order of the list
 * @param cursor where the next page begins; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String cursor) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Where the next page begins; empty on the last page. */
    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }
}
