package org.stylecodes.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;

/**
 * A style in a studio's gallery. Immutable.
 *
 * @param id the id of the style
 * @param code the code of the style
 * @param name its name, 1 to 100 characters
 * @param tags its tags in lower case, sorted
 * @param note a note about it; may be empty
 * @param favourite whether somebody marked it as a favourite
 * @param reference the picture that the style comes from; null if there is none
 * @param createdAt when it was saved
 * @param updatedAt when it was last changed
 */
public record StudioStyle(
        String id,
        SharedCode code,
        String name,
        List<String> tags,
        String note,
        boolean favourite,
        @Nullable StudioPicture reference,
        Instant createdAt,
        Instant updatedAt) {
    /** Copies the tags. */
    public StudioStyle {
        tags = List.copyOf(tags);
    }
}
