package org.stylecodes.studio.compat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.jobs.StyleChoice;
import org.stylecodes.studio.json.StrictJson;

/** The one field that other programs' requests have in addition here: styles, as codes or as the API names them. */
final class CompatibleStyles {
    private CompatibleStyles() {}

    /**
     * An array of codes and of objects with code, picture or style, and weight; or codes with commas between them.
     *
     * @param field the name of the field
     */
    static List<StyleChoice> of(String field, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return List.of();
        }
        if (json.isTextual()) {
            return of(json.asText());
        }
        if (!json.isArray()) {
            throw noStyle().about(field);
        }
        List<StyleChoice> styles = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            JsonNode style = json.get(i);
            if (!style.isTextual() && !style.isObject()) {
                throw noStyle().about(field + "[" + i + "]");
            }
            styles.add(StrictJson.read(style, StyleChoice.class, field + "[" + i + "]"));
        }
        return styles;
    }

    private static ProblemException noStyle() {
        return ProblemException.malformed(
                "a style is neither a code nor an object with code, picture or style, and weight");
    }

    /** Codes with commas between them. */
    static List<StyleChoice> of(String text) {
        return Arrays.stream(text.split(","))
                .filter(code -> !code.isBlank())
                .map(code -> StyleChoice.code(code.strip(), 1))
                .toList();
    }
}
