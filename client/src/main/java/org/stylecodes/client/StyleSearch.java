package org.stylecodes.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A search for styles in a gallery. Immutable: every method that sets a condition returns a new search.
 *
 * <pre>{@code
 * StyleSearch.ALL.text("blue night").favourites().order(StyleSearch.Order.NAME)
 * }</pre>
 */
public final class StyleSearch {
    /** All styles, the newest first. */
    public static final StyleSearch ALL = new StyleSearch(Map.of());

    /** The orders in which styles can be returned. */
    public enum Order {
        /** The newest styles first. */
        NEWEST,
        /** The oldest styles first. */
        OLDEST,
        /** Ordered by name. */
        NAME,
        /** Favourites first, each group with its newest styles first. */
        FAVOURITE
    }

    private final Map<String, String> parameters;

    private StyleSearch(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Returns a search for styles that have all these words, up to 10, in their name, tags, note or code. */
    public StyleSearch text(String words) {
        return with("q", words);
    }

    /** Returns a search for styles with a tag. */
    public StyleSearch tag(String tag) {
        return with("tag", tag);
    }

    /** Returns a search for favourites. */
    public StyleSearch favourites() {
        return with("favourite", "true");
    }

    /** Returns a search with another order. */
    public StyleSearch order(Order order) {
        return with("sort", order.name().toLowerCase(Locale.ROOT));
    }

    /** Returns a search with at most this many styles per page, 1 to 200. The default is 24. */
    public StyleSearch limit(int limit) {
        return with("limit", String.valueOf(limit));
    }

    /**
     * Returns a search that continues with the next page. Its other conditions must be the same.
     *
     * @param cursor the {@link Page#next()} of the page before
     */
    public StyleSearch from(String cursor) {
        return with("cursor", cursor);
    }

    String query() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private StyleSearch with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new StyleSearch(more);
    }
}
