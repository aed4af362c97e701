package org.stylecodes.train.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A content, and how sets name it.
 *
 * @param content the content
 * @param name the name of its emoji in the Unicode CLDR, in lower case
 * @param icons the names of icons by hand, where a set's own table and the CLDR name do not lead to the right one; an empty name if the
 *     hand's drawing shows something else or is of no use
 */
record ContentEntry(Content content, String name, Map<String, String> icons) {
    ContentEntry {
        icons = Map.copyOf(icons);
    }

    /** The contents that this version of the program draws. */
    static List<ContentEntry> all() {
        try (InputStream in = Objects.requireNonNull(ContentEntry.class.getResourceAsStream("contents.json"))) {
            List<ContentEntry> entries = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                List<String> synonyms = new ArrayList<>();
                node.path("synonyms").forEach(synonym -> synonyms.add(synonym.asText()));
                String label = node.get("label").asText();
                Content content = new Content(
                        node.get("id").asText(),
                        label,
                        synonyms,
                        node.get("group").asText());
                Map<String, String> icons = new HashMap<>();
                node.path("icons")
                        .properties()
                        .forEach(
                                icon -> icons.put(icon.getKey(), icon.getValue().asText()));
                entries.add(new ContentEntry(content, node.path("name").asText(label), icons));
            }
            return List.copyOf(entries);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the resource is part of the program
        }
    }
}
