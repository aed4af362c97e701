package org.stylecodes.clip;

import java.util.List;
import java.util.stream.Stream;

/**
 * The special tokens. If a text contains the name of a special token, the name becomes that token and is not split.
 *
 * @param start put before every text
 * @param end put after every text
 * @param unknown stands for bytes that the vocabulary lacks
 * @param padding fills up a text after its end
 */
public record SpecialTokens(String start, String end, String unknown, String padding) {
    /** The special tokens of Stable Diffusion 1.5, which also pads with the end token. */
    public static SpecialTokens clip() {
        return new SpecialTokens(Vocabulary.START, Vocabulary.END, Vocabulary.END, Vocabulary.END);
    }

    List<String> all() {
        return Stream.of(start, end, unknown, padding).distinct().toList();
    }
}
