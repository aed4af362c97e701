package org.stylecodes.code;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Codes whose letters all became capitals or all small ones, as chats, file systems and search fields do. */
final class LostCase {
    /** With fewer letters, one case is no sign of anything: about 52 of 64 symbols of a code are letters. */
    private static final int FEWEST_LETTERS = 6;

    private static final int CHECK_BITS = 12;

    private LostCase() {}

    /** A clause for the message on a text that is not a code; empty where its letters are of both cases. */
    static String remark(String body) {
        int colon = body.indexOf(':');
        String symbols = body.substring(colon + 1);
        boolean caseCanTell = colon < 0
                ? LegacyForm.matches(body)
                : symbols.length() == CodeReader.SHARED_SYMBOLS
                        && SharedCode.isModelId(body.substring(0, colon).toLowerCase(Locale.ROOT));
        if (!caseCanTell || !isOneCase(symbols)) {
            return "";
        }
        String found = symbols.chars().anyMatch(Character::isUpperCase) ? "capitals" : "small letters";
        return ". All its letters are " + found + ": case counts in a code, copy it from where it came from";
    }

    /**
     * The word with its letters in the one combination of cases that fits; empty where none fits, or the check symbols
     * cannot tell several apart.
     *
     * <p>The syndrome is linear over GF(2): the other case of a letter adds a vector of 12 bits to it, whatever the
     * other letters are. So the letters to change follow from Gaussian elimination.
     */
    static Optional<CheckedWord> restored(CheckedWord word) {
        int[] letters = IntStream.range(word.idLength(), word.length())
                .filter(i -> Character.isLetter(word.symbol(i)))
                .toArray();
        String symbols = word.toString().substring(word.idLength() + 1);
        if (letters.length > CHECK_BITS || !isOneCase(symbols)) {
            return Optional.empty();
        }
        // What is left of each letter's vector, by its highest bit, and the letters whose change adds up to it.
        int[] vectors = new int[CHECK_BITS];
        int[] changes = new int[CHECK_BITS];
        for (int letter = 0; letter < letters.length; letter++) {
            int vector = word.syndrome() ^ withOtherCase(word, letters[letter]).syndrome();
            int change = 1 << letter;
            for (int bit = highestBit(vector); bit >= 0 && vectors[bit] != 0; bit = highestBit(vector)) {
                change ^= changes[bit];
                vector ^= vectors[bit];
            }
            if (vector == 0) {
                return Optional.empty();
            }
            vectors[highestBit(vector)] = vector;
            changes[highestBit(vector)] = change;
        }
        return changesFor(word.syndrome(), vectors, changes).map(change -> {
            CheckedWord restored = word;
            for (int letter = 0; letter < letters.length; letter++) {
                restored = (change >> letter & 1) == 1 ? withOtherCase(restored, letters[letter]) : restored;
            }
            return restored;
        });
    }

    private static Optional<Integer> changesFor(int syndrome, int[] vectors, int[] changes) {
        int change = 0;
        int left = syndrome;
        while (left != 0) {
            int bit = highestBit(left);
            if (vectors[bit] == 0) {
                return Optional.empty();
            }
            left ^= vectors[bit];
            change ^= changes[bit];
        }
        return Optional.of(change);
    }

    private static int highestBit(int vector) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(vector);
    }

    private static CheckedWord withOtherCase(CheckedWord word, int index) {
        return word.with(index, Alphabet.level(otherCase(word.symbol(index))));
    }

    /** The symbol itself where it is not a letter. */
    static char otherCase(char symbol) {
        return Character.isUpperCase(symbol) ? Character.toLowerCase(symbol) : Character.toUpperCase(symbol);
    }

    private static boolean isOneCase(String symbols) {
        long capitals = symbols.chars().filter(Character::isUpperCase).count();
        long letters = symbols.chars().filter(Character::isLetter).count();
        return letters >= FEWEST_LETTERS && (capitals == 0 || capitals == letters);
    }
}
