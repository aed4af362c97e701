package org.stylecodes.clip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A printable character for each byte, so that text of any kind is a word over 256 characters (Radford et al. 2019). Bytes
 * that print as themselves in Latin-1 stay; the others move behind it in their order.
 */
final class ByteAlphabet {
    private static final int SIZE = 256;
    private static final char[] CHARACTERS = characters();

    private ByteAlphabet() {}

    /** The UTF-8 bytes of a text as characters. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(CHARACTERS[b & 0xFF]);
        }
        return encoded.toString();
    }

    /** All characters in the order that CLIP's vocabulary begins with: first those that stand for themselves. */
    static List<String> inVocabularyOrder() {
        List<String> kept = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (int b = 0; b < SIZE; b++) {
            (prints(b) ? kept : moved).add(String.valueOf(CHARACTERS[b]));
        }
        kept.addAll(moved);
        return kept;
    }

    private static char[] characters() {
        char[] characters = new char[SIZE];
        char next = SIZE;
        for (int b = 0; b < SIZE; b++) {
            characters[b] = prints(b) ? (char) b : next++;
        }
        return characters;
    }

    private static boolean prints(int latin) {
        return latin >= '!' && latin <= '~' || latin >= '¡' && latin <= '¬' || latin >= '®' && latin <= 'ÿ';
    }
}
