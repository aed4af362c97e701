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
 * The tokens of a tokenizer, and the merges that build them from bytes: {@code vocab.json} and {@code merges.txt} of a tokenizer folder.
 * Immutable.
 *
 * @param ids the id of each token
 * @param merges pairs of tokens separated by a space, the highest priority first
 * @param known the words that a model with this vocabulary was trained on
 */
public record Vocabulary(Map<String, Integer> ids, List<String> merges, KnownWords known) {
    /** The token before every prompt. */
    public static final String START = "<|startoftext|>";
    /** The token after every prompt. */
    public static final String END = "<|endoftext|>";

    private static final String END_OF_WORD = "</w>";

    /** @throws IllegalArgumentException if an id is negative or used twice, or a merge reads or makes a token that is not in {@code ids} */
    public Vocabulary {
        ids = Map.copyOf(ids);
        merges = List.copyOf(merges);
        Set<Integer> seen = new LinkedHashSet<>();
        ids.forEach((token, id) -> {
            if (id < 0 || !seen.add(id)) {
                throw new IllegalArgumentException("the token " + token + " has the id " + id
                        + ", which is negative or belongs to another token too");
            }
        });
        for (String merge : merges) {
            Pair pair = pair(merge);
            if (!ids.containsKey(pair.left()) || !ids.containsKey(pair.right()) || !ids.containsKey(pair.merged())) {
                throw new IllegalArgumentException(
                        "the merge \"" + merge + "\" reads or makes a token that is not in the vocabulary");
            }
        }
    }

    /**
     * Makes a vocabulary in which each of these words is one token, unless a prompt is split inside the word. All other text becomes single
     * bytes and parts of these words. These words are also the known words.
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
        // A later merge has a higher rank than the merges of earlier words, so it cannot change how those are merged.
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
            throw new IllegalArgumentException("the merge \"" + merge + "\" is not two tokens separated by a space");
        }
        return new Pair(merge.substring(0, space), merge.substring(space + 1));
    }
}
