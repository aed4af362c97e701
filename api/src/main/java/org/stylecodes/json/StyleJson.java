package org.stylecodes.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.error.InvalidRequestException;

/**
 * A style of a request in JSON, named in one of three ways. Only a studio knows pictures and styles by their ids. JSON may also
 * have a code alone, as text, in place of the object.
 *
 * @param code in any form
 * @param picture the id of a picture that has the style
 * @param style the id of a style in the gallery
 * @param weight 0 or more; null for 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StyleJson(
        @Nullable String code,
        @Nullable String picture,
        @Nullable String style,
        @Nullable Double weight) {
    /** A style of weight 1, by its code. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StyleJson code(String code) {
        return new StyleJson(code, null, null, 1.0);
    }

    /**
     * The JSON form of a style.
     *
     * @param model the id of the model that draws, for a style that names none; null where it is not known
     */
    public static StyleJson of(WeightedStyle style, @Nullable String model) {
        String id = style.model() == null ? model : style.model();
        String code = id == null ? style.code().toString() : new SharedCode(id, style.code()).toString();
        return new StyleJson(code, null, null, style.weight());
    }

    /**
     * The code.
     *
     * @throws InvalidRequestException if there is none
     * @throws org.stylecodes.code.InvalidCodeException if it cannot be read
     */
    public CodeText text() {
        if (code == null) {
            throw new InvalidRequestException("a style has no code; expected the text of a style code");
        }
        return CodeText.parse(code);
    }

    /** The weight, or else 1. */
    public double weightOrDefault() {
        return weight == null ? 1 : weight;
    }
}
