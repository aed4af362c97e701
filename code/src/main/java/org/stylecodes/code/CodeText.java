package org.stylecodes.code;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A code as a person wrote it: the code, its form, and the model it was shared for. Use it to read text whose form is not known:
 *
 * <pre>{@code
 * StyleCode code = CodeText.parse(typed).codeFor("nano1");
 * }</pre>
 *
 * @param form the form in which the code was written
 * @param model the id of the model in the shared form; null in the other forms, which do not name a model
 * @param code the code itself
 */
public record CodeText(CodeForm form, @Nullable String model, StyleCode code) {
    /**
     * Checks that the form and the model fit together.
     *
     * @throws IllegalArgumentException if a shared code has no model or a malformed one, or a code in another form has a model
     */
    public CodeText {
        Objects.requireNonNull(code, "code");
        boolean fits = model == null ? form != CodeForm.SHARED : form == CodeForm.SHARED && SharedCode.isModelId(model);
        if (!fits) {
            throw new IllegalArgumentException("a code in " + form + " form has model " + model
                    + "; expected a model's id in the shared form, and null in the other forms");
        }
    }

    /**
     * Reads a code in any form. White space around it is ignored. Nothing else is ignored, and nothing is corrected.
     *
     * @throws InvalidCodeException if the text is not a code; it names the position of the fault and the code that was probably
     *     meant
     */
    public static CodeText parse(String text) {
        int start = 0;
        while (start < text.length() && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        String body = text.substring(start, end);
        Reading reading = CodeReader.read(body);
        if (reading instanceof Reading.Fault fault) {
            throw refusal(body, start, fault);
        }
        return ((Reading.Code) reading).text();
    }

    static CodeText parse(String text, CodeForm expected) {
        CodeText read = parse(text);
        if (read.form != expected) {
            String message = "%s is a style code in another form; expected %s"
                    .formatted(Quoted.text(text.strip()), expected.description());
            throw new InvalidCodeException(message, OptionalInt.empty(), List.of());
        }
        return read;
    }

    /**
     * Returns the code for use with a model. A code in bare or legacy form does not name a model and is accepted for any.
     *
     * @throws InvalidCodeException if the code was shared for another model, for which it means another style
     */
    public StyleCode codeFor(String modelId) {
        if (model != null && !model.equals(modelId)) {
            String message =
                    "%s is a code of the model %s and means nothing to %s; use it with %s, or take a code of %s"
                            .formatted(this, model, modelId, model, modelId);
            throw new InvalidCodeException(message, OptionalInt.of(0), List.of());
        }
        return code;
    }

    /** Returns the code written in its form. */
    @Override
    public String toString() {
        return model != null
                ? new SharedCode(model, code).toString()
                : form == CodeForm.LEGACY ? code.toLegacy() : code.toString();
    }

    private static InvalidCodeException refusal(String body, int start, Reading.Fault fault) {
        List<Suggestion> suggestions = Repairs.of(body, fault).stream()
                .map(found -> new Suggestion(found.text(), found.reason(), start + found.position()))
                .toList();
        String meant = suggestions.stream()
                .map(suggestion -> suggestion.text() + " (" + suggestion.reason() + ")")
                .collect(Collectors.joining(" or "));
        String message = Quoted.text(body) + " is not a style code: " + fault.message() + LostCase.remark(body)
                + (meant.isEmpty() ? "" : ". Probably meant: " + meant);
        OptionalInt position = fault.position().isPresent()
                ? OptionalInt.of(start + fault.position().getAsInt())
                : suggestions.stream().mapToInt(Suggestion::position).findFirst();
        return new InvalidCodeException(message, position, suggestions);
    }

    /** Whether a character is white space in Unicode, including the no-break spaces of web pages. */
    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
