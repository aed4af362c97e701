package org.stylecodes.code;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The word that the check symbols protect: the characters of the model's id, the 20 symbols and the 2 check symbols, as elements
 * of {@link GaloisField64}. A valid word belongs to the Reed-Solomon code with the generator (x+a)(x+a^2), so two different
 * valid words differ in at least three places.
 *
 * <p>Source: Reed and Solomon, Polynomial Codes over Certain Finite Fields, 1960.
 */
final class CheckedWord {
    static final int CHECKS = 2;

    /** The coefficient of x in the generator (x+a)(x+a^2) = x^2 + (a+a^2) x + a^3; the constant follows. */
    private static final int LINEAR = GaloisField64.power(1) ^ GaloisField64.power(2);

    private static final int CONSTANT = GaloisField64.power(3);
    private static final int BITS = 6;

    private final int idLength;
    private final int[] elements;

    private CheckedWord(int idLength, int[] elements) {
        this.idLength = idLength;
        this.elements = elements;
    }

    /** The word of a code. Its check symbols are the remainder of dividing the message by the generator. */
    static CheckedWord of(String id, StyleCode code) {
        CheckedWord word = of(id, code.toString() + "AA");
        int high = 0;
        int low = 0;
        int message = word.elements.length - CHECKS;
        for (int i = 0; i < message; i++) {
            int factor = word.elements[i] ^ high;
            high = low ^ GaloisField64.multiply(factor, LINEAR);
            low = GaloisField64.multiply(factor, CONSTANT);
        }
        return word.with(message, high).with(message + 1, low);
    }

    /** A word as it was typed. All characters must be symbols. */
    static CheckedWord of(String id, String symbols) {
        return new CheckedWord(
                id.length(),
                (id + symbols)
                        .chars()
                        .map(symbol -> Alphabet.level((char) symbol))
                        .toArray());
    }

    /** The index of a wrong element and its right level, if exactly one element is wrong. */
    record Correction(int index, int level) {}

    /** The values of the word as a polynomial at a (upper 6 bits) and at a^2 (lower 6 bits). It is 0 if the word is valid. */
    int syndrome() {
        return valueAt(1) << BITS | valueAt(2);
    }

    boolean fits() {
        return syndrome() == 0;
    }

    /**
     * The change of a single element that makes the word valid. An error e at the power j has the syndromes e a^j and e a^2j, so
     * their quotient is a^j.
     */
    Optional<Correction> correction() {
        int first = valueAt(1);
        int second = valueAt(2);
        if (first == 0 || second == 0) {
            return Optional.empty();
        }
        int power =
                Math.floorMod(GaloisField64.logarithm(second) - GaloisField64.logarithm(first), GaloisField64.ORDER);
        int index = elements.length - 1 - power;
        if (index < 0) {
            return Optional.empty();
        }
        int error = GaloisField64.multiply(first, GaloisField64.power(-power));
        return Optional.of(new Correction(index, elements[index] ^ error));
    }

    CheckedWord with(int index, int level) {
        int[] changed = elements.clone();
        changed[index] = level;
        return new CheckedWord(idLength, changed);
    }

    CheckedWord swapped(int index) {
        return with(index, elements[index + 1]).with(index + 1, elements[index]);
    }

    /** The number of elements, including those of the id. */
    int length() {
        return elements.length;
    }

    /** The index of the first element after the id. */
    int idLength() {
        return idLength;
    }

    char symbol(int index) {
        return Alphabet.symbol(elements[index]);
    }

    StyleCode code() {
        return StyleCode.of(Arrays.copyOfRange(elements, idLength, elements.length - CHECKS));
    }

    /** Returns the shared form. */
    @Override
    public String toString() {
        String symbols = Arrays.stream(elements)
                .mapToObj(level -> String.valueOf(Alphabet.symbol(level)))
                .collect(Collectors.joining());
        return symbols.substring(0, idLength) + ':' + symbols.substring(idLength);
    }

    private int valueAt(int power) {
        int value = 0;
        for (int element : elements) {
            value = GaloisField64.multiply(value, GaloisField64.power(power)) ^ element;
        }
        return value;
    }
}
