package org.stylecodes.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.error.InvalidRequestException;

/**
 * A style of a request in JSON, named by a code, a picture or a style. Only a studio knows the ids of pictures and styles. In JSON, a
 * string with a code may take the place of the object.
 *
 * @param code a code in any form
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
    /** Returns a style of weight 1 that is named by its code. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StyleJson code(String code) {
        return new StyleJson(code, null, null, 1.0);
    }

    /**
     * Returns the JSON form of a style.
     *
     * @param model the id of the model that draws, for a style that does not name a model; null if it is not known
     */
    public static StyleJson of(WeightedStyle style, @Nullable String model) {
        String id = style.model() == null ? model : style.model();
        String code = id == null ? style.code().toString() : new SharedCode(id, style.code()).toString();
        return new StyleJson(code, null, null, style.weight());
    }

    /**
     * Reads the code.
     *
     * @throws InvalidRequestException if the code is missing
     * @throws org.stylecodes.code.InvalidCodeException if the code cannot be read
     */
    public CodeText text() {
        if (code == null) {
            throw new InvalidRequestException("a style has no code; expected the text of a style code");
        }
        return CodeText.parse(code);
    }

    /** Returns the weight, or 1 if it is null. */
    public double weightOrDefault() {
        return weight == null ? 1 : weight;
    }
}
