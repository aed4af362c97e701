package org.stylecodes.train.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stylecodes.error.InvalidRequestException;

/** A set of SVG pictures in the Iconify JSON format. Immutable and thread-safe. */
final class IconSet {
    private final String name;
    private final JsonNode set;
    private final Map<String, String> namesByCodePoints = new HashMap<>();

    /**
     * Reads a set.
     *
     * @param name the name of the set in error messages
     * @param icons the bytes of {@code icons.json}
     * @param characters the bytes of {@code chars.json}, which names icons by code points; empty if there is none
     * @throws InvalidRequestException if the bytes are not such files
     */
    IconSet(String name, byte[] icons, Optional<byte[]> characters) {
        this.name = name;
        try {
            ObjectMapper mapper = new ObjectMapper();
            set = mapper.readTree(icons);
            if (!set.path("icons").isObject()) {
                throw new InvalidRequestException(name + ": is not an icon set, because it has no \"icons\"");
            }
            if (characters.isPresent()) {
                mapper.readTree(characters.get())
                        .properties()
                        .forEach(entry -> namesByCodePoints.putIfAbsent(
                                plain(entry.getKey()), entry.getValue().asText()));
            }
        } catch (IOException cause) {
            throw new InvalidRequestException(name + ": is not an icon set in JSON", cause);
        }
    }

    /** The icon's name for code points in lower-case hexadecimal joined by hyphens; variation selectors do not count. */
    Optional<String> nameOf(String codePoints) {
        return Optional.ofNullable(namesByCodePoints.get(plain(codePoints)));
    }

    /** The names of all icons and aliases, in alphabetical order. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        set.path("icons").fieldNames().forEachRemaining(names::add);
        set.path("aliases").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The SVG picture of an icon, black where the icon takes the colour of the text around it; empty if there is no such icon. */
    Optional<String> svg(String icon) {
        Set<String> seen = new HashSet<>();
        while (set.path("aliases").has(icon) && seen.add(icon)) {
            icon = set.path("aliases").path(icon).path("parent").asText();
        }
        JsonNode found = set.path("icons").path(icon);
        if (!found.path("body").isTextual()) {
            return Optional.empty();
        }
        String box = number(found, "left", 0) + " " + number(found, "top", 0) + " " + number(found, "width", 16) + " "
                + number(found, "height", 16);
        return Optional.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\""
                        + box + "\">" + found.get("body").asText().replace("currentColor", "#000") + "</svg>");
    }

    /** The name of the set. */
    String name() {
        return name;
    }

    private double number(JsonNode icon, String key, double otherwise) {
        return icon.path(key).asDouble(set.path(key).asDouble(otherwise));
    }

    private static String plain(String codePoints) {
        return codePoints.replace("-fe0f", "");
    }
}
