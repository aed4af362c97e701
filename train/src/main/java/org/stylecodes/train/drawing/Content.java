package org.stylecodes.train.drawing;

import java.util.List;

/**
 * A thing that is drawn, such as a fox or a kettle.
 *
 * @param id the code points of its emoji in lower-case hexadecimal, joined by hyphens, without variation selectors: {@code 1f98a}
 * @param label its English name, in lower case
 * @param synonyms other English names that mean the same thing, at most four
 * @param group the group of its emoji: {@code animals-nature}, {@code food}, {@code objects}, {@code travel-places}, {@code activities}
 */
public record Content(String id, String label, List<String> synonyms, String group) {
    /** Copies the synonyms. */
    public Content {
        synonyms = List.copyOf(synonyms);
    }
}
