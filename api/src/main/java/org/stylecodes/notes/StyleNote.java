package org.stylecodes.notes;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;

/**
 * A style in JSON.
 *
 * @param code in the shared form where the model is known, else in the bare form
 */
record StyleNote(String code, double weight) {
    StyleNote {
        Objects.requireNonNull(code, "a style without a code");
    }

    static StyleNote of(WeightedStyle style) {
        return new StyleNote(text(style.code(), style.model()), style.weight());
    }

    WeightedStyle style() {
        return WeightedStyle.of(CodeText.parse(code), weight);
    }

    /** All styles mixed to one code, as the model mixes them; null where there are none. */
    static @Nullable String mixed(List<WeightedStyle> styles, @Nullable String model) {
        if (styles.isEmpty()) {
            return null;
        }
        List<WeightedCode> parts = styles.stream()
                .map(style -> new WeightedCode(style.code(), style.weight()))
                .toList();
        return text(StyleCode.mix(parts), model);
    }

    private static String text(StyleCode code, @Nullable String model) {
        return model == null ? code.toString() : new SharedCode(model, code).toString();
    }
}
