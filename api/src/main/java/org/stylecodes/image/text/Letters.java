package org.stylecodes.image.text;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** Text as it stands on a sheet, whose letters keep to columns: one for a letter, two for a wide one, none for a mark on another. */
final class Letters {
    private static final Set<Character.UnicodeScript> WIDE = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO);
    private static final int FIRST_EMOJI = 0x1F000;

    private Letters() {}

    /** The text with white space as single blanks, and Latin letters, which are drawn by {@link BitmapFont}, without accents. */
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

    /** How many columns a text takes. */
    static int columns(String text) {
        return text.codePoints().map(Letters::columns).sum();
    }

    /** How many columns a letter takes, 0 to 2. */
    static int columns(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> codePoint >= FIRST_EMOJI || WIDE.contains(Character.UnicodeScript.of(codePoint)) ? 2 : 1;
        };
    }

    /** The length of the longest beginning of a text that fits into so many columns. */
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
