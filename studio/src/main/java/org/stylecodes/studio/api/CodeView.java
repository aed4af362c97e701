package org.stylecodes.studio.api;

import java.util.Arrays;
import java.util.List;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;

/**
 * A code in JSON, in all its forms.
 *
 * @param code the bare form
 * @param legacy the form that the first release writes
 */
public record CodeView(String code, String shared, String legacy, List<Integer> levels, String model) {
    static CodeView of(String model, StyleCode code) {
        return new CodeView(
                code.toString(),
                new SharedCode(model, code).toString(),
                code.toLegacy(),
                Arrays.stream(code.levels()).boxed().toList(),
                model);
    }
}
