package org.stylecodes.studio.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.json.StrictJson;

/** Reads the field that the compatible APIs add: styles, as codes or in the form of this API. */
final class CompatibleStyles {
    private CompatibleStyles() {}

    /**
     * Reads styles from an array of codes and of objects with a weight and one of code, picture and style, or from a text of
     * codes separated by commas.
     *
     * @param field the name of the field
     */
    static List<StyleJson> of(String field, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        if (json.isTextual()) {
            return of(json.asText());
        }
        if (!json.isArray()) {
            throw noStyle().about(field);
        }
        List<StyleJson> styles = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            JsonNode style = json.get(i);
            if (!style.isTextual() && !style.isObject()) {
                throw noStyle().about(field + "[" + i + "]");
            }
            styles.add(StrictJson.read(style, StyleJson.class, field + "[" + i + "]"));
        }
        return styles;
    }

    private static ProblemException noStyle() {
        return ProblemException.malformed(
                "a style has the wrong form; expected a code, or an object with code, picture or style, and weight");
    }

    /** Reads codes separated by commas. */
    static List<StyleJson> of(String text) {
        return Arrays.stream(text.split(","))
                .filter(code -> !code.isBlank())
                .map(code -> StyleJson.code(code.strip()))
                .toList();
    }
}
