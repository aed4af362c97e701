package org.stylecodes.code;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.stylecodes.error.InvalidRequestException;

/**
 * A text that is not a style code, or the code of another model. The message is for the person who typed the text: what is
 * wrong, what was expected, and what was probably meant.
 */
public final class InvalidCodeException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;

    private final int position;
    private final List<Suggestion> suggestions;

    InvalidCodeException(String message, OptionalInt position, List<Suggestion> suggestions) {
        super(message);
        this.position = position.orElse(NOWHERE);
        this.suggestions = List.copyOf(suggestions);
    }

    /** The index into the text that was read at which it goes wrong; empty where no single place can be named. */
    public OptionalInt position() {
        return position == NOWHERE ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The code that was probably meant, in the form in which the text was written. */
    public Optional<String> meant() {
        return suggestions.stream().map(Suggestion::text).findFirst();
    }

    /** The codes that may have been meant, the likeliest first; seldom more than one. */
    public List<Suggestion> suggestions() {
        return suggestions;
    }
}
