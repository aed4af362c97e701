package org.stylecodes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.CodeForm;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.error.InvalidRequestException;

/**
 * A style of a request. Several styles are {@linkplain StyleCode#mix mixed} in proportion to their weights.
 *
 * @param model the id of the model that the code was shared for; null for a code that any model accepts
 * @param code the code of the style
 * @param weight 0 or more
 */
public record WeightedStyle(@Nullable String model, StyleCode code, double weight) {
    /**
     * Checks the weight and the model's id.
     *
     * @throws InvalidRequestException if the weight is negative or not finite
     * @throws IllegalArgumentException if the model's id is malformed
     */
    public WeightedStyle {
        Objects.requireNonNull(code, "code");
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new InvalidRequestException("the weight of the style " + code + " is " + weight
                    + "; expected 0 or more, such as 2 for twice as much as another");
        }
        if (model != null && !SharedCode.isModelId(model)) {
            throw new IllegalArgumentException(
                    "'" + model + "' is not a model id; expected 1 to 16 characters from a-z,"
                            + " 0-9 and -, beginning with a letter");
        }
    }

    /** Creates a style from a code in any form, and a weight. */
    public static WeightedStyle of(CodeText text, double weight) {
        return new WeightedStyle(text.model(), text.code(), weight);
    }

    /**
     * Returns the code and its weight for use with a model.
     *
     * @param id the id of that model
     * @throws org.stylecodes.code.InvalidCodeException if the code was shared for another model
     */
    public WeightedCode codeFor(String id) {
        return new WeightedCode(model == null ? code : new CodeText(CodeForm.SHARED, model, code).codeFor(id), weight);
    }
}
