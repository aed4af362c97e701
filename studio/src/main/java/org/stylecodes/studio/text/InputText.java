package org.stylecodes.studio.text;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Checks texts that callers send. */
public final class InputText {
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private InputText() {}

    /** Parses a UUID; empty if the text is not one. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Whether a text contains a control character other than tabs and line breaks; databases refuse some of them. */
    public static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
    }
}
