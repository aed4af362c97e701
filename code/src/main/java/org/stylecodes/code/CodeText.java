package org.stylecodes.code;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A code as a person wrote it: the code, the form it was written in, and the model it was shared for. This is the way
 * in for text of unknown form:
 *
 * <pre>{@code
 * StyleCode code = CodeText.parse(typed).codeFor("nano1");
 * }</pre>
 *
 * @param form the form
 * @param model the id of the model, in the shared form; null in the others, which leave the model to context
 * @param code the code
 */
public record CodeText(CodeForm form, @Nullable String model, StyleCode code) {
    /** @throws IllegalArgumentException if a shared code has no model or a malformed one, or another form has one */
    public CodeText {
        Objects.requireNonNull(code, "code");
        boolean fits = model == null ? form != CodeForm.SHARED : form == CodeForm.SHARED && SharedCode.isModelId(model);
        if (!fits) {
            throw new IllegalArgumentException("a code in " + form + " form has model " + model
                    + "; expected a model's id in the shared form, and none in the others");
        }
    }

    /**
     * Reads a code in any form. White space around it is ignored; nothing else is, and nothing is corrected.
     *
     * @throws InvalidCodeException if the text is not a code: with the place where it goes wrong, and what was probably
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
            String message = "%s is a style code, but not in the form wanted here; expected %s"
                    .formatted(Quoted.text(text.strip()), expected.description());
            throw new InvalidCodeException(message, OptionalInt.empty(), List.of());
        }
        return read;
    }

    /**
     * The code, for a model to use. A code in bare or legacy form names no model and is taken at its word.
     *
     * @throws InvalidCodeException if the code was shared for another model, to which it means another style
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

    /** The code written in its form. */
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

    /** Unicode's white space, the no-break spaces of web pages included. */
    private static boolean isWhiteSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
