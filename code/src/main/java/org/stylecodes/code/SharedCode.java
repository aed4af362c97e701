package org.stylecodes.code;

import java.util.Objects;

/**
 * A style code with the id of the model that gives it its meaning. Written as the id, a colon, the 20 symbols and 2
 * check symbols, {@code nano1:RIgP_58waM-Dx3A5idNomo}: the check symbols tell a typing error from another code.
 *
 * @param model the model's id: 1 to 16 of {@code a-z 0-9 -}, a letter first
 * @param code the code
 */
public record SharedCode(String model, StyleCode code) {
    /** @throws IllegalArgumentException if the model's id is malformed */
    public SharedCode {
        Objects.requireNonNull(code, "code");
        if (!isModelId(model)) {
            throw new IllegalArgumentException(
                    "the model id " + Quoted.text(model) + " is malformed; expected " + ModelId.DESCRIPTION);
        }
    }

    /**
     * Reads the shared form; white space around is ignored.
     *
     * @throws InvalidCodeException if the text is anything else, or the check symbols do not fit
     */
    public static SharedCode parse(String text) {
        CodeText read = CodeText.parse(text, CodeForm.SHARED);
        return new SharedCode(Objects.requireNonNull(read.model()), read.code());
    }

    /** Whether a text can be a model's id: 1 to 16 of {@code a-z 0-9 -}, a letter first. */
    public static boolean isModelId(String text) {
        return ModelId.fault(text).isEmpty();
    }

    /** The shared form, check symbols included. */
    @Override
    public String toString() {
        return CheckedWord.of(model, code).toString();
    }
}
