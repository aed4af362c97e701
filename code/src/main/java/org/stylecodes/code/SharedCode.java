package org.stylecodes.code;

import java.util.Objects;

/**
 * A style code with the id of the model that it belongs to. It is written as the id, a colon, the 20 symbols and 2 check symbols,
 * such as {@code nano1:RIgP_58waM-Dx3A5idNomo}. The check symbols detect typing errors.
 *
 * @param model the model's id: 1 to 16 characters from {@code a-z 0-9 -}, beginning with a letter
 * @param code the code without its model
 */
public record SharedCode(String model, StyleCode code) {
    /**
     * Checks the model's id.
     *
     * @throws IllegalArgumentException if the model's id is malformed
     */
    public SharedCode {
        Objects.requireNonNull(code, "code");
        if (!isModelId(model)) {
            throw new IllegalArgumentException(
                    "the model id " + Quoted.text(model) + " is malformed; expected " + ModelId.DESCRIPTION);
        }
    }

    /**
     * Reads the shared form. White space around it is ignored.
     *
     * @throws InvalidCodeException if the text is not a code in this form, or the check symbols do not fit
     */
    public static SharedCode parse(String text) {
        CodeText read = CodeText.parse(text, CodeForm.SHARED);
        return new SharedCode(Objects.requireNonNull(read.model()), read.code());
    }

    /** Tells whether a text can be a model's id: 1 to 16 characters from {@code a-z 0-9 -}, beginning with a letter. */
    public static boolean isModelId(String text) {
        return ModelId.fault(text).isEmpty();
    }

    /** Returns the shared form, including the check symbols. */
    @Override
    public String toString() {
        return CheckedWord.of(model, code).toString();
    }
}
