package org.stylecodes.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte pair encoding (Sennrich et al. 2016): of all neighbours in a word that may merge, those of the lowest rank do, the
 * leftmost first, until none may.
 *
 * @param ranks the order of merges, from 0
 */
record BytePairs(Map<Pair, Integer> ranks) {
    private static final String END_OF_WORD = "</w>";
    private static final int NONE = -1;

    /** Two neighbouring symbols. */
    record Pair(String left, String right) {
        String merged() {
            return left + right;
        }
    }

    private record Candidate(int rank, int place, Pair pair) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(place, other.place);
        }
    }

    /** The tokens of a word that is written in {@link ByteAlphabet}. */
    List<String> merge(String word) {
        return new Word(word).merged();
    }

    /** A word's symbols, chained so that a merge costs the same however long the word is. */
    private final class Word {
        private final String[] symbols;
        private final int[] previous;
        private final int[] next;
        private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

        Word(String word) {
            int length = word.length();
            symbols = new String[length];
            previous = new int[length];
            next = new int[length];
            for (int i = 0; i < length; i++) {
                symbols[i] = word.substring(i, i + 1) + (i == length - 1 ? END_OF_WORD : "");
                previous[i] = i - 1;
                next[i] = i == length - 1 ? NONE : i + 1;
            }
            for (int i = 0; i < length; i++) {
                propose(i);
            }
        }

        List<String> merged() {
            while (!candidates.isEmpty()) {
                Candidate best = candidates.remove();
                if (best.pair().equals(pairAt(best.place()))) {
                    join(best.place(), best.pair().merged());
                }
            }
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i != NONE && i < symbols.length; i = next[i]) {
                tokens.add(symbols[i]);
            }
            return tokens;
        }

        private void join(int place, String symbol) {
            int gone = next[place];
            symbols[place] = symbol;
            symbols[gone] = "";
            next[place] = next[gone];
            if (next[place] != NONE) {
                previous[next[place]] = place;
            }
            propose(previous[place]);
            propose(place);
        }

        private void propose(int place) {
            if (place == NONE) {
                return;
            }
            Pair pair = pairAt(place);
            Integer rank = ranks.get(pair);
            if (rank != null) {
                candidates.add(new Candidate(rank, place, pair));
            }
        }

        // a place that was merged away, or is the last, has a pair that is never in the ranks
        private Pair pairAt(int place) {
            return new Pair(symbols[place], next[place] == NONE ? "" : symbols[next[place]]);
        }
    }
}
