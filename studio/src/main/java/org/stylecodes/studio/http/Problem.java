package org.stylecodes.studio.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type a name for the kind of error, relative to the API's document
 * @param title the kind of error in words
 * @param status of the answer
 * @param detail what was wrong this time, what was expected, and what to do
 * @param symbol where a code goes wrong, counted from 0; null for other errors
 * @param suggestion the code that was probably meant; null where nothing is near
 * @param field the field of the request that is at fault, such as {@code styles[0].weight}; null if it is none of them
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

    /** An error that is about no code. */
    public static Problem of(int status, String title, String detail) {
        String name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem("/docs#" + name, title, status, detail, null, null, null);
    }

    /** The same about a field of the request. */
    public Problem about(@Nullable String name) {
        return new Problem(type, title, status, detail, symbol, suggestion, name);
    }
}
