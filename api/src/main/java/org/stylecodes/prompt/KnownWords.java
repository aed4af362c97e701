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
 * The words that a model was taught, where those are a list and no language. Any text has tokens, also one of other words; but
 * nothing was learned about these, and what is drawn for them is left to chance. Immutable.
 *
 * @param words in lower case and in order, as prompts are split; empty where the model was taught a language
 */
public record KnownWords(Set<String> words) {
    /** Of a model that was taught a language, as CLIP was: no word is called unknown. */
    public static final KnownWords ANY = new KnownWords(Set.of());

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{P}+");

    /** Takes a copy. */
    public KnownWords {
        words = Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** The words of these texts. */
    public static KnownWords of(Collection<String> texts) {
        return new KnownWords(texts.stream().flatMap(KnownWords::split).collect(Collectors.toSet()));
    }

    /**
     * The words of a prompt that are not among those learned, each once and in the order of the prompt. Punctuation is not a word.
     *
     * @return none where the model was taught a language
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
