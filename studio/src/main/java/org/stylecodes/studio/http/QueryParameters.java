package org.stylecodes.studio.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.stylecodes.studio.text.InputText;

/** Reads query parameters. */
public final class QueryParameters {
    private QueryParameters() {}

    /** Reads a whole number from 1 to {@code most}; {@code usual} if the parameter is missing. */
    public static int number(Context context, String name, int usual, int most) {
        String text = context.queryParam(name);
        if (text == null) {
            return usual;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw ProblemException.malformed("'" + name + "' is '" + text + "'; expected a number from 1 to " + most)
                    .about(name);
        }
        return number;
    }

    /** Reads a text; empty if the parameter is missing. Refuses control characters, because databases do. */
    public static String text(Context context, String name) {
        String text = context.queryParam(name);
        if (text == null) {
            return "";
        }
        if (InputText.hasControlCharacter(text)) {
            throw ProblemException.malformed("'" + name + "' contains a control character; remove it")
                    .about(name);
        }
        return text.strip();
    }

    /** Reads true or false; null if the parameter is missing. */
    public static @Nullable Boolean bool(Context context, String name) {
        String text = text(context, name);
        return switch (text) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.malformed("'" + name + "' is '" + text + "'; expected true or false")
                        .about(name);
        };
    }
}
