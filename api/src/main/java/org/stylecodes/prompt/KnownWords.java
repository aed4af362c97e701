package org.stylecodes.prompt;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that a model was trained on, if they are a short list rather than a language. Other words have tokens too, but the model
 * learned nothing about them, so what it draws for them is left to chance. Immutable.
 *
 * @param words the words in lower case, sorted, as prompts are split; empty if the model was trained on a language
 */
public record KnownWords(Set<String> words) {
    /** The words of a model that was trained on a language, as CLIP was. No word counts as unknown. */
    public static final KnownWords ANY = new KnownWords(Set.of());

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{P}+");

    /** Copies and sorts the words. */
    public KnownWords {
        words = Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** Collects the words of texts. */
    public static KnownWords of(Collection<String> texts) {
        return new KnownWords(texts.stream().flatMap(KnownWords::split).collect(Collectors.toSet()));
    }

    /**
     * Returns the words of a prompt that the model does not know, each once and in the order of the prompt. Punctuation does not count
     * as a word.
     *
     * @return the unknown words; empty if the model was trained on a language
     */
    public List<String> unknown(String prompt) {
        if (words.isEmpty()) {
            return List.of();
        }
        return split(prompt).filter(word -> !words.contains(word)).distinct().toList();
    }

    private static Stream<String> split(String text) {
        return PromptSplit.parts(text).stream()
                .filter(part -> !PUNCTUATION.matcher(part).matches());
    }
}
