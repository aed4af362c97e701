package org.stylecodes.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte pair encoding (Sennrich et al. 2016). Of all neighbouring symbols in a word that can merge, the pair of the lowest rank is merged,
 * the leftmost first, until no pair can merge.
 *
 * @param ranks the rank of each mergeable pair, from 0; lower ranks merge first
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

    private record Candidate(int rank, int position, Pair pair) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            return rank != other.rank ? Integer.compare(rank, other.rank) : Integer.compare(position, other.position);
        }
    }

    /** The tokens of a word in {@link ByteAlphabet} characters. */
    List<String> merge(String word) {
        return new Word(word).merged();
    }

    /** A word's symbols as a linked list, so that the cost of a merge does not depend on the length of the word. */
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
                if (best.pair().equals(pairAt(best.position()))) {
                    join(best.position(), best.pair().merged());
                }
            }
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i != NONE && i < symbols.length; i = next[i]) {
                tokens.add(symbols[i]);
            }
            return tokens;
        }

        private void join(int position, String symbol) {
            int gone = next[position];
            symbols[position] = symbol;
            symbols[gone] = "";
            next[position] = next[gone];
            if (next[position] != NONE) {
                previous[next[position]] = position;
            }
            propose(previous[position]);
            propose(position);
        }

        private void propose(int position) {
            if (position == NONE) {
                return;
            }
            Pair pair = pairAt(position);
            Integer rank = ranks.get(pair);
            if (rank != null) {
                candidates.add(new Candidate(rank, position, pair));
            }
        }

        // For a symbol that was merged away, or for the last one, the pair is one that never has a rank.
        private Pair pairAt(int position) {
            return new Pair(symbols[position], next[position] == NONE ? "" : symbols[next[position]]);
        }
    }
}
