package org.stylecodes.code;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Restores codes whose letters all became capitals or all small letters, as happens in chats, file systems and search fields. */
final class LostCase {
    /** With fewer letters, a single case may be chance. 52 of the 64 symbols are letters. */
    private static final int FEWEST_LETTERS = 6;

    private static final int CHECK_BITS = 12;

    private LostCase() {}

    /** A sentence for the message about a text that is not a code; empty if the text has letters of both cases. */
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
        return ". All its letters are " + found + ", but case matters in a code; copy it again from where it came from";
    }

    /**
     * Returns the word with the only combination of cases that makes it valid; empty if no combination does, or if the check
     * symbols cannot tell several combinations apart.
     *
     * <p>The syndrome is linear over GF(2): changing the case of a letter adds a vector of 12 bits to it, whatever the other
     * letters are. So Gaussian elimination finds the letters to change.
     */
    static Optional<CheckedWord> restored(CheckedWord word) {
        int[] letters = IntStream.range(word.idLength(), word.length())
                .filter(i -> Character.isLetter(word.symbol(i)))
                .toArray();
        String symbols = word.toString().substring(word.idLength() + 1);
        if (letters.length > CHECK_BITS || !isOneCase(symbols)) {
            return Optional.empty();
        }
        // The reduced vectors by their highest bit, and for each a bit mask of the letters whose changes add up to it.
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

    /** The same letter in the other case. Returns the symbol itself if it is not a letter. */
    static char otherCase(char symbol) {
        return Character.isUpperCase(symbol) ? Character.toLowerCase(symbol) : Character.toUpperCase(symbol);
    }

    private static boolean isOneCase(String symbols) {
        long capitals = symbols.chars().filter(Character::isUpperCase).count();
        long letters = symbols.chars().filter(Character::isLetter).count();
        return letters >= FEWEST_LETTERS && (capitals == 0 || capitals == letters);
    }
}
