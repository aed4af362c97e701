package org.stylecodes.studio.store.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stylecodes.studio.store.StyleCursor;
import org.stylecodes.studio.store.StyleQuery;

/**
 * An order of styles in SQL. All columns have the same direction, so one index supports the order and one comparison finds the
 * next page.
 *
 * @param columns the columns, each with its collation; the last is the id
 */
record SqlOrder(List<String> columns, boolean descending) {
    static SqlOrder of(StyleQuery.Order order, Dialect dialect) {
        return switch (order) {
            case NEWEST -> new SqlOrder(List.of("created_at", "id"), true);
            case OLDEST -> new SqlOrder(List.of("created_at", "id"), false);
            case NAME -> new SqlOrder(List.of("name_key " + dialect.byCharacters(), "id"), false);
            case FAVOURITE -> new SqlOrder(List.of("favourite", "created_at", "id"), true);
        };
    }

    /** The columns for the ORDER BY clause. */
    String by() {
        String direction = descending ? " DESC" : "";
        return String.join(direction + ", ", columns) + direction;
    }

    /** The condition that a style comes after a cursor, with named parameters. */
    String after() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            values.append(i == 0 ? "" : ", ").append(":after").append(i);
        }
        return "(" + String.join(", ", columns) + ") " + (descending ? "<" : ">") + " (" + values + ")";
    }

    /** The values of the named parameters in that condition. */
    Map<String, Object> values(StyleCursor place) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put("after" + i, value(columns.get(i), place));
        }
        return values;
    }

    private static Object value(String column, StyleCursor place) {
        return switch (column.split(" ")[0]) {
            case "created_at" -> place.createdAt().toEpochMilli();
            case "favourite" -> place.favourite() ? 1 : 0;
            case "id" -> place.id().toString();
            default -> place.name();
        };
    }
}
