package org.stylecodes.studio.compat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;

/** The one field that other programs' requests have in addition here: styles, as codes or as the API names them. */
final class CompatibleStyles {
    private CompatibleStyles() {}

    /** An array of codes and of objects with code, picture or style, and weight; or one code. */
    static List<StyleJson> of(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        if (json.isTextual()) {
            return of(json.asText());
        }
        List<StyleJson> styles = new ArrayList<>();
        for (JsonNode style : json) {
            try {
                styles.add(
                        style.isTextual()
                                ? StyleJson.code(style.asText())
                                : Json.MAPPER.treeToValue(style, StyleJson.class));
            } catch (JsonProcessingException e) {
                throw ProblemException.malformed(
                        "a style is neither a code nor an object with code, picture or style," + " and weight");
            }
        }
        return styles;
    }

    /** Codes with commas between them. */
    static List<StyleJson> of(String text) {
        return Arrays.stream(text.split(","))
                .filter(code -> !code.isBlank())
                .map(code -> StyleJson.code(code.strip()))
                .toList();
    }
}
