package org.stylecodes.studio.gallery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.studio.text.InputText;

/**
 * The fields of a style that a request sets; fields that are null are not set.
 *
 * @param code the code in any form
 * @param name 1 to 100 characters
 * @param tags at most 20 tags of 1 to 40 characters each
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
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_NOTE_LENGTH = 2000;
    private static final int MAX_TAG_LENGTH = 40;
    private static final int MAX_TAGS = 20;

    /** The name, or a default if it is not set. */
    String name(@Nullable String other) {
        if (name == null && other != null) {
            return other;
        }
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > MAX_NAME_LENGTH) {
            throw new InvalidFieldException(
                    "name",
                    "the name of the style has " + given.length() + " characters; expected 1 to " + MAX_NAME_LENGTH);
        }
        return printable("name", "name", given);
    }

    /** The note, or a default if it is not set. */
    String note(String other) {
        if (note == null) {
            return other;
        }
        if (note.length() > MAX_NOTE_LENGTH) {
            throw new InvalidFieldException(
                    "note", "the note has " + note.length() + " characters; expected at most " + MAX_NOTE_LENGTH);
        }
        return printable("note", "note", note.strip());
    }

    /** The tags, or a default if they are not set: sorted, in lower case, without duplicates. */
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
        if (given.size() > MAX_TAGS || given.stream().anyMatch(tag -> tag.length() > MAX_TAG_LENGTH)) {
            throw new InvalidFieldException(
                    "tags",
                    "there are " + given.size() + " tags; expected at most " + MAX_TAGS + " of at most "
                            + MAX_TAG_LENGTH + " characters each");
        }
        given.forEach(tag -> printable("tags", "tag", tag));
        return given;
    }

    private static String printable(String field, String what, String text) {
        if (InputText.hasControlCharacter(text)) {
            throw new InvalidFieldException(field, "the " + what + " contains a control character; remove it");
        }
        return text;
    }
}
