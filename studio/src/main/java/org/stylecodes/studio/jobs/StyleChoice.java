package org.stylecodes.studio.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A style of a request, named in one of three ways.
 *
 * @param code in any form
 * @param picture the id of a picture that has the style
 * @param style the id of a style in the gallery
 * @param weight 0 or more; null for 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StyleChoice(
        @Nullable String code,
        @Nullable String picture,
        @Nullable String style,
        @Nullable Double weight) {
    /** A style by its code alone, as JSON may write it: a text instead of an object. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StyleChoice code(String code) {
        return code(code, 1);
    }

    /** A style by its code. */
    public static StyleChoice code(String code, double weight) {
        return new StyleChoice(code, null, null, weight);
    }
}
