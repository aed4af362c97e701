package org.stylecodes.clip;

import java.util.List;
import java.util.stream.Stream;

/**
 * The tokens with a meaning of their own. Where one is written out in a text, it is that token and is not split.
 *
 * @param start before every text
 * @param end after every text
 * @param unknown for bytes that a vocabulary lacks
 * @param padding after the end, up to the length
 */
public record SpecialTokens(String start, String end, String unknown, String padding) {
    /** As Stable Diffusion 1.5 has them: the end token is also the padding. */
    public static SpecialTokens clip() {
        return new SpecialTokens(Vocabulary.START, Vocabulary.END, Vocabulary.END, Vocabulary.END);
    }

    List<String> all() {
        return Stream.of(start, end, unknown, padding).distinct().toList();
    }
}
