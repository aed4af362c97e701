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
 * A style of a request. Several are {@linkplain StyleCode#mix mixed} in proportion to their weights.
 *
 * @param model the id of the model that the code was shared for, or null for a code that is taken at its word
 * @param code the code
 * @param weight 0 or more
 */
public record WeightedStyle(@Nullable String model, StyleCode code, double weight) {
    /**
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
            throw new IllegalArgumentException("'" + model + "' is not a model id");
        }
    }

    /** A code in whatever form it was read, with a weight. */
    public static WeightedStyle of(CodeText text, double weight) {
        return new WeightedStyle(text.model(), text.code(), weight);
    }

    /**
     * The code for a model to use.
     *
     * @throws org.stylecodes.code.InvalidCodeException if it was shared for another model
     */
    public WeightedCode codeFor(String id) {
        return new WeightedCode(model == null ? code : new CodeText(CodeForm.SHARED, model, code).codeFor(id), weight);
    }
}
