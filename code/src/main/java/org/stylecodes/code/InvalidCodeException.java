package org.stylecodes.code;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.stylecodes.error.InvalidRequestException;

/**
 * Thrown when a text is not a style code, or is the code of another model. The message addresses the person who typed the text: it
 * tells what is wrong, what was expected, and which code was probably meant.
 */
public final class InvalidCodeException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN = -1;

    private final int position;
    private final List<Suggestion> suggestions;

    InvalidCodeException(String message, OptionalInt position, List<Suggestion> suggestions) {
        super(message);
        this.position = position.orElse(UNKNOWN);
        this.suggestions = List.copyOf(suggestions);
    }

    /** The index of the fault in the text that was read; empty if no single position is at fault. */
    public OptionalInt position() {
        return position == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The code that was probably meant, in the form in which the text was written; empty if there is no suggestion. */
    public Optional<String> meant() {
        return suggestions.stream().map(Suggestion::text).findFirst();
    }

    /** The codes that may have been meant, the likeliest first. There is seldom more than one. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }
}
