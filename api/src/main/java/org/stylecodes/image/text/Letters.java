package org.stylecodes.image.text;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Measures text in columns of a sheet: a letter takes one column, a wide letter two, and a combining mark none. */
final class Letters {
    private static final Set<Character.UnicodeScript> WIDE = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO);
    private static final int FIRST_EMOJI = 0x1F000;

    private Letters() {}

    /** Replaces white space by spaces, and removes the accents of Latin letters, which {@link BitmapFont} cannot draw. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> plain.append(plain(c)));
        return plain.toString();
    }

    private static String plain(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return " ";
        }
        String letter = Character.toString(codePoint);
        String bare = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        boolean latin = !bare.isEmpty() && bare.codePoints().allMatch(BitmapFont::has);
        return latin ? bare : Character.isISOControl(codePoint) ? "" : letter;
    }

    /** The number of columns that a text takes. */
    static int columns(String text) {
        return text.codePoints().map(Letters::columns).sum();
    }

    /** The number of columns that a letter takes, 0 to 2. */
    static int columns(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> codePoint >= FIRST_EMOJI || WIDE.contains(Character.UnicodeScript.of(codePoint)) ? 2 : 1;
        };
    }

    /** The length of the longest prefix of a text that fits into a number of columns. */
    static int fitting(String text, int columns) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            taken += columns(letter);
            if (taken > columns) {
                break;
            }
            end += Character.charCount(letter);
        }
        return end;
    }
}
