package org.stylecodes.train.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON entry that describes a picture. Empty texts count as missing.
 *
 * @param file the name of the picture, from {@code file_name} or {@code file}
 * @param text the caption, from {@code text} or {@code caption}
 * @param style the style, from {@code style}
 */
record EntryFields(
        @Nullable String file,
        @Nullable String text,
        @Nullable String style) {
    static final EntryFields NONE = new EntryFields(null, null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads an entry, or returns empty if the text is not a JSON object. */
    static Optional<EntryFields> parse(String json) {
        try {
            JsonNode entry = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
            return entry.isObject()
                    ? Optional.of(new EntryFields(
                            field(entry, "file_name", "file"),
                            field(entry, "text", "caption"),
                            field(entry, "style", "style")))
                    : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static @Nullable String field(JsonNode entry, String name, String other) {
        JsonNode value = entry.hasNonNull(name) ? entry.get(name) : entry.path(other);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText() : null;
    }

    Caption caption() {
        return text == null ? Caption.MISSING : Caption.of(text);
    }
}
