package org.stylecodes.studio.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;

/**
 * A style that somebody kept.
 *
 * @param model the id of the model that the code belongs to
 * @param tags sorted, in lower case
 * @param reference the id of the picture that the code came from; null if there is none
 */
public record Style(
        UUID id,
        String model,
        StyleCode code,
        String name,
        List<String> tags,
        String note,
        boolean favourite,
        @Nullable String reference,
        Instant createdAt,
        Instant updatedAt) {
    public Style {
        tags = List.copyOf(tags);
    }
}
