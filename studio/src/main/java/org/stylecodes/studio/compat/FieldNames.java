package org.stylecodes.studio.compat;

import java.util.Map;

/** Translates field names of this API to those of other APIs. */
final class FieldNames {
    private FieldNames() {}

    /**
     * The name of a field in another API.
     *
     * @param names from field names here to field names there; fields that are missing have the same name
     * @param field a field here, such as {@code styles[0].weight}
     */
    static String in(Map<String, String> names, String field) {
        int end = 0;
        while (end < field.length() && "[.".indexOf(field.charAt(end)) < 0) {
            end++;
        }
        String name = field.substring(0, end);
        return names.getOrDefault(name, name) + field.substring(end);
    }
}
