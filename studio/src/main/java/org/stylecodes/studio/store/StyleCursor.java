package org.stylecodes.studio.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position at which a page of the gallery ended: the sort keys that its last style had then, for every order. The position
 * stays valid when that style is changed or removed, so the next page continues from there.
 *
 * @param name the name in lower case
 */
public record StyleCursor(boolean favourite, Instant createdAt, UUID id, String name) {
    private static final Pattern TEXT =
            Pattern.compile("([01]) (-?\\d{1,15}) (\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}) ([^\0]*)");

    /** The position of a style. */
    public static StyleCursor of(Style style) {
        return new StyleCursor(style.favourite(), style.createdAt(), style.id(), key(style.name()));
    }

    /** The key that names are sorted by. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Parses the text of a cursor; empty if the text is not a cursor. */
    public static Optional<StyleCursor> parse(String text) {
        try {
            Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return !parts.matches()
                    ? Optional.empty()
                    : Optional.of(new StyleCursor(
                            parts.group(1).equals("1"),
                            Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                            UUID.fromString(parts.group(3)),
                            parts.group(4)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The cursor as text that is safe in a URL. Its format may change. */
    public String text() {
        String parts = (favourite ? 1 : 0) + " " + createdAt.toEpochMilli() + " " + id + " " + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
