package org.stylecodes.train.check;

/** Names from a data set, made fit to be shown in one line. */
public final class Printable {
    private static final int LONGEST = 200;

    private Printable() {}

    /**
     * Returns a text without characters that move the cursor, break the line or turn the direction of writing; they become escapes such
     * as {@code \}{@code u000a}. A text of more than 200 characters is cut.
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int end =
                text.codePointCount(0, text.length()) <= LONGEST ? text.length() : text.offsetByCodePoints(0, LONGEST);
        text.substring(0, end).codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> shown.append(String.format("\\u%04x", character));
                default -> shown.appendCodePoint(character);
            }
        });
        return end < text.length() ? shown + "…" : shown.toString();
    }
}
