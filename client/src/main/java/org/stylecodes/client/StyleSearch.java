package org.stylecodes.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which styles of a gallery are wanted. Immutable; every method that sets something returns another search.
 *
 * <pre>{@code
 * StyleSearch.ALL.text("blue night").favourites().order(StyleSearch.Order.NAME)
 * }</pre>
 */
public final class StyleSearch {
    /** All styles, the newest first. */
    public static final StyleSearch ALL = new StyleSearch(Map.of());

    /** The order of the styles. */
    public enum Order {
        NEWEST,
        OLDEST,
        NAME,
        FAVOURITE
    }

    private final Map<String, String> parameters;

    private StyleSearch(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Those with all of these words, up to 10, in name, tags, note or code. */
    public StyleSearch text(String words) {
        return with("q", words);
    }

    /** Those with a tag. */
    public StyleSearch tag(String tag) {
        return with("tag", tag);
    }

    /** Favourites only. */
    public StyleSearch favourites() {
        return with("favourite", "true");
    }

    /** In another order. */
    public StyleSearch order(Order order) {
        return with("sort", order.name().toLowerCase(Locale.ROOT));
    }

    /** At most so many a page, 1 to 200; 24 if nothing is set. */
    public StyleSearch limit(int limit) {
        return with("limit", String.valueOf(limit));
    }

    /** From a {@link Page#next()} on, in a search that is otherwise the same. */
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
