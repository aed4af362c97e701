package org.stylecodes.studio.gallery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.studio.text.InputText;

/**
 * What somebody says about a style; null is not said.
 *
 * @param code in any form
 * @param name 1 to 100 characters
 * @param tags at most 20 of 1 to 40 characters
 * @param note at most 2000 characters
 * @param reference the id of a picture; empty for none
 */
public record StyleDraft(
        @Nullable String code,
        @Nullable String name,
        @Nullable List<String> tags,
        @Nullable String note,
        @Nullable String reference,
        @Nullable Boolean favourite) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_TAG = 40;
    private static final int MOST_TAGS = 20;

    /** The name, or another where it is not said. */
    String name(@Nullable String other) {
        if (name == null && other != null) {
            return other;
        }
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new InvalidFieldException(
                    "name",
                    "the name of the style has " + given.length() + " characters; expected 1 to " + LONGEST_NAME);
        }
        return printable("name", "name", given);
    }

    /** The note, or another where it is not said. */
    String note(String other) {
        if (note == null) {
            return other;
        }
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidFieldException(
                    "note", "the note has " + note.length() + " characters; expected at most " + LONGEST_NOTE);
        }
        return printable("note", "note", note.strip());
    }

    /** The tags, or others where they are not said; sorted, in lower case, each once. */
    List<String> tags(List<String> others) {
        if (tags == null) {
            return others;
        }
        List<String> given = tags.stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (given.size() > MOST_TAGS || given.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw new InvalidFieldException(
                    "tags",
                    "there are " + given.size() + " tags; expected at most " + MOST_TAGS + ", each of at most "
                            + LONGEST_TAG + " characters");
        }
        given.forEach(tag -> printable("tags", "tag", tag));
        return given;
    }

    private static String printable(String field, String what, String text) {
        if (InputText.hasControlCharacter(text)) {
            throw new InvalidFieldException(field, "the " + what + " has a control character; remove it");
        }
        return text;
    }
}
