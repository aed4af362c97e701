package org.stylecodes.clip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A printable character for each byte, so that any text becomes a string over 256 characters (Radford et al. 2019). Bytes that are
 * printable in Latin-1 stand for themselves. The others are mapped, in order, to the characters from U+0100 on.
 */
final class ByteAlphabet {
    private static final int SIZE = 256;
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /** The UTF-8 bytes of a text, one character for each. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(CHARACTERS[b & 0xFF]);
        }
        return encoded.toString();
    }

    /** All characters in the order of CLIP's vocabulary: first those that stand for themselves. */
    static List<String> inVocabularyOrder() {
        List<String> kept = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (int b = 0; b < SIZE; b++) {
            (isPrintable(b) ? kept : moved).add(String.valueOf(CHARACTERS[b]));
        }
        kept.addAll(moved);
        return kept;
    }

    private static char[] characters() {
        char[] characters = new char[SIZE];
        char next = SIZE;
        for (int b = 0; b < SIZE; b++) {
            characters[b] = isPrintable(b) ? (char) b : next++;
        }
        return characters;
    }

    private static boolean isPrintable(int latin) {
        return latin >= '!' && latin <= '~' || latin >= '¡' && latin <= '¬' || latin >= '®' && latin <= 'ÿ';
    }
}
