package org.stylecodes.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in a studio. Immutable.
 *
 * @param items the items in the order of the list
 * @param cursor the start of the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String cursor) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Returns the start of the next page; empty on the last page. */
    public Optional<String> next() {
        return Optional.ofNullable(cursor);
    }
}
