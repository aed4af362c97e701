package org.stylecodes.clip;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stylecodes.clip.BytePairs.Pair;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.prompt.PromptSplit;

/**
 * The tokens that text is made of, and the merges that make them from bytes; {@code vocab.json} and {@code merges.txt} of a
 * tokenizer folder. Immutable.
 *
 * @param ids the id of each token
 * @param merges pairs of tokens, the most important first, written with a space between
 * @param known the words that are taught with these tokens
 */
public record Vocabulary(Map<String, Integer> ids, List<String> merges, KnownWords known) {
    /** The token before every prompt. */
    public static final String START = "<|startoftext|>";
    /** The token after every prompt. */
    public static final String END = "<|endoftext|>";

    private static final String END_OF_WORD = "</w>";

    /** @throws IllegalArgumentException if ids are negative or given twice, or a merge joins or makes a token that is not there */
    public Vocabulary {
        ids = Map.copyOf(ids);
        merges = List.copyOf(merges);
        Set<Integer> seen = new LinkedHashSet<>();
        ids.forEach((token, id) -> {
            if (id < 0 || !seen.add(id)) {
                throw new IllegalArgumentException(
                        "token " + token + " has the id " + id + ", which is negative or another token's");
            }
        });
        for (String merge : merges) {
            Pair pair = pair(merge);
            if (!ids.containsKey(pair.left()) || !ids.containsKey(pair.right()) || !ids.containsKey(pair.merged())) {
                throw new IllegalArgumentException(
                        "the merge \"" + merge + "\" joins or makes a token that is not in the vocabulary");
            }
        }
    }

    /**
     * A vocabulary in which each of these words is one token, unless it holds several of what a prompt is split into. Any
     * other text is made of single bytes and parts of these words, which are the known ones.
     *
     * @param words in the order of their ids
     */
    public static Vocabulary of(Collection<String> words) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        List<String> alphabet = ByteAlphabet.inVocabularyOrder();
        alphabet.forEach(letter -> ids.put(letter, ids.size()));
        alphabet.forEach(letter -> ids.put(letter + END_OF_WORD, ids.size()));
        Map<Pair, Integer> ranks = new LinkedHashMap<>();
        BytePairs pairs = new BytePairs(ranks);
        // A merge that is added later has a higher rank than those that make an earlier word, and cannot disturb them.
        for (String word : words) {
            for (String part :
                    PromptSplit.parts(word).stream().map(ByteAlphabet::encode).toList()) {
                List<String> tokens = pairs.merge(part);
                while (tokens.size() > 1) {
                    Pair pair = new Pair(tokens.get(0), tokens.get(1));
                    ranks.put(pair, ranks.size());
                    ids.putIfAbsent(pair.merged(), ids.size());
                    tokens = pairs.merge(part);
                }
            }
        }
        ids.put(START, ids.size());
        ids.put(END, ids.size());
        return new Vocabulary(
                ids,
                ranks.keySet().stream().map(p -> p.left() + " " + p.right()).toList(),
                KnownWords.of(words));
    }

    BytePairs pairs() {
        Map<Pair, Integer> ranks = new LinkedHashMap<>();
        merges.forEach(merge -> ranks.putIfAbsent(pair(merge), ranks.size()));
        return new BytePairs(ranks);
    }

    private static Pair pair(String merge) {
        int space = merge.indexOf(' ');
        if (space < 1 || space != merge.lastIndexOf(' ') || space == merge.length() - 1) {
            throw new IllegalArgumentException("the merge \"" + merge + "\" is not two tokens with a space between");
        }
        return new Pair(merge.substring(0, space), merge.substring(space + 1));
    }
}
