package org.stylecodes.code;

import java.util.Optional;

/** The rule for a model's id. */
final class ModelId {
    static final int LONGEST = 16;
    static final String DESCRIPTION = "1 to " + LONGEST + " characters from a-z, 0-9 and -, beginning with a letter";

    private ModelId() {}

    static Optional<Reading.Fault> fault(String id) {
        if (id.isEmpty()) {
            return Optional.of(Reading.fault("the model's id before ':' is missing", 0));
        }
        for (int i = 0; i < id.length(); i++) {
            if (!allowed(id.charAt(i), i)) {
                String message = "the model's id has %s at character %d; an id is %s"
                        .formatted(Quoted.character(id, i), i + 1, DESCRIPTION);
                return Optional.of(Reading.fault(message, i));
            }
        }
        if (id.length() > LONGEST) {
            return Optional.of(Reading.fault(
                    "the model's id has " + id.length() + " characters; an id is " + DESCRIPTION, LONGEST));
        }
        return Optional.empty();
    }

    private static boolean allowed(char character, int index) {
        boolean letter = character >= 'a' && character <= 'z';
        return letter || index > 0 && (character >= '0' && character <= '9' || character == '-');
    }
}
