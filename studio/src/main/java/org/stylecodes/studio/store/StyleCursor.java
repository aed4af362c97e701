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
 * Where a page of the gallery ended: the place, in every order, that its last style had then. It stays where it is when that
 * style is changed or removed, so the next page goes on from there.
 *
 * @param name in lower case
 */
public record StyleCursor(boolean favourite, Instant createdAt, UUID id, String name) {
    private static final Pattern TEXT =
            Pattern.compile("([01]) (-?\\d{1,15}) (\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}) ([^\0]*)");

    /** The place of a style. */
    public static StyleCursor of(Style style) {
        return new StyleCursor(style.favourite(), style.createdAt(), style.id(), key(style.name()));
    }

    /** What names are sorted by. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The cursor that a text is; empty for any other text. */
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
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** A text that can be a part of an address; what is in it may change. */
    public String text() {
        String parts = (favourite ? 1 : 0) + " " + createdAt.toEpochMilli() + " " + id + " " + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
