package org.stylecodes.studio.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An order of styles in SQL. All its columns go one way, so that an index has it, and one comparison finds the next page.
 *
 * @param columns each with its collation; the last is the id
 */
record SqlOrder(List<String> columns, boolean downwards) {
    static SqlOrder of(StyleOrder order, Dialect dialect) {
        return switch (order) {
            case NEWEST -> new SqlOrder(List.of("created_at", "id"), true);
            case OLDEST -> new SqlOrder(List.of("created_at", "id"), false);
            case NAME -> new SqlOrder(List.of("name_key " + dialect.byCharacters(), "id"), false);
            case FAVOURITE -> new SqlOrder(List.of("favourite", "created_at", "id"), true);
        };
    }

    /** What follows ORDER BY. */
    String by() {
        String way = downwards ? " DESC" : "";
        return String.join(way + ", ", columns) + way;
    }

    /** The condition that a style comes after {@link #values}. */
    String after() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            values.append(i == 0 ? "" : ", ").append(":after").append(i);
        }
        return "(" + String.join(", ", columns) + ") " + (downwards ? "<" : ">") + " (" + values + ")";
    }

    /** The place of a style. */
    Map<String, Object> values(Style style) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put("after" + i, value(columns.get(i), style));
        }
        return values;
    }

    private static Object value(String column, Style style) {
        return switch (column.split(" ")[0]) {
            case "created_at" -> style.createdAt().toEpochMilli();
            case "favourite" -> style.favourite() ? 1 : 0;
            case "id" -> style.id().toString();
            default -> style.name().toLowerCase(Locale.ROOT);
        };
    }
}
