package org.stylecodes.studio.store.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.stylecodes.studio.store.StyleQuery;

/** The conditions of a query in SQL, with named parameters in the place of values. */
final class StyleConditions {
    private final StringBuilder text = new StringBuilder("model = :model");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private StyleConditions() {}

    static StyleConditions of(StyleQuery query) {
        StyleConditions conditions = new StyleConditions();
        conditions.bind("model", query.model());
        for (int i = 0; i < query.words().size(); i++) {
            conditions.add("search LIKE :word" + i + " ESCAPE '!'");
            conditions.bind("word" + i, "%" + literal(query.words().get(i)) + "%");
        }
        if (query.tag() != null) {
            conditions.add("id IN (SELECT style FROM tags WHERE tag = :tag)");
            conditions.bind("tag", query.tag().toLowerCase(Locale.ROOT));
        }
        if (query.favourite() != null) {
            conditions.add("favourite = :favourite");
            conditions.bind("favourite", query.favourite() ? 1 : 0);
        }
        return conditions;
    }

    void add(String condition) {
        text.append(" AND ").append(condition);
    }

    void bind(String name, Object value) {
        values.put(name, value);
    }

    String sql() {
        return text.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private static String literal(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
