package org.stylecodes.studio.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and ids. */
public final class QueryParameters {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

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
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0)) {
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

    /** Parses a UUID; empty if the text is not one. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
