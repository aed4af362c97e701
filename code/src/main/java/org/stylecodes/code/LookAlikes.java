package org.stylecodes.code;

import java.util.List;

/** Characters that people and programs confuse with each other. */
final class LookAlikes {
    /** Groups of symbols that are confused in print and handwriting. */
    private static final List<String> GROUPS = List.of("O0o", "Il1", "S5s", "Z2z", "B8", "-_");

    /** Cyrillic and Greek letters. {@link #LATIN} has the Latin letter that looks the same at each position. */
    private static final String FOREIGN = "АВСЕНІКМОРТХЅЈаеіосрхуѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

    private static final String LATIN = "ABCEHIKMOPTXSJaeiocpxysjABEZHIKMNOPTYXo";

    private static final String PUNCTUATION = "\"'`,.;<>*=";
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int MINUS = 0x2212;

    private LookAlikes() {}

    /** The symbols that a symbol may be confused with. */
    static String of(char symbol) {
        return GROUPS.stream()
                .filter(group -> group.indexOf(symbol) >= 0)
                .findFirst()
                .orElse("")
                .replace(String.valueOf(symbol), "");
    }

    /**
     * Undoes what programs and keyboards that do not know codes may have done to a text. Typographic dashes become hyphens, and
     * foreign letters and full-width forms become the Latin characters that look the same. Quotes, spaces and punctuation are
     * removed. Other characters stay.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(codePoint -> !isNoise(codePoint))
                .forEach(codePoint -> plain.appendCodePoint(latin(codePoint)));
        return plain.toString();
    }

    private static int latin(int codePoint) {
        if (codePoint == MINUS || Character.getType(codePoint) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        if (codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST) {
            return codePoint - FULL_WIDTH_OFFSET;
        }
        int foreign = FOREIGN.indexOf(codePoint);
        return foreign >= 0 ? LATIN.charAt(foreign) : codePoint;
    }

    private static boolean isNoise(int codePoint) {
        return PUNCTUATION.indexOf(codePoint) >= 0
                || Character.isWhitespace(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.SPACE_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION -> true;
                    default -> false;
                };
    }
}
