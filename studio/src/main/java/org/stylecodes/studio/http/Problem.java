package org.stylecodes.studio.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error in the form of RFC 9457.
 *
 * @param type identifies the kind of error, as an address relative to the server
 * @param title the kind of error in words
 * @param status the HTTP status of the answer
 * @param detail what was wrong this time, what was expected, and what to do
 * @param symbol the position of the error in a style code, counted from 0; null for other errors
 * @param suggestion the code that was probably meant; null if no code is near
 * @param field the request field at fault, such as {@code styles[0].weight}; null if no single field is at fault
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer symbol,
        @Nullable String suggestion,
        @Nullable String field) {
    /** The media type of this form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** An error that does not concern a style code. */
    public static Problem of(int status, String title, String detail) {
        String name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem("/docs#" + name, title, status, detail, null, null, null);
    }

    /** This error with the request field at fault. */
    public Problem about(@Nullable String name) {
        return new Problem(type, title, status, detail, symbol, suggestion, name);
    }
}
