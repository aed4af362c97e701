package org.stylecodes.code;

import java.util.Locale;

/** Quotes foreign text for a message. Cuts long text, and shows control characters and broken surrogates as U+ numbers. */
final class Quoted {
    private static final int LONGEST = 48;

    private Quoted() {}

    static String text(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return '"' + printable(text) + '"';
        }
        return '"' + printable(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "\"...";
    }

    /** The character at an index in quotes, with its U+ number if it is not ASCII. */
    static String character(String text, int index) {
        int codePoint = text.codePointAt(index);
        String number = number(codePoint);
        if (!isPrintable(codePoint)) {
            return number;
        }
        String quoted = "'" + Character.toString(codePoint) + "'";
        return codePoint < 128 ? quoted : quoted + " (" + number + ")";
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (isPrintable(codePoint)) {
                printable.appendCodePoint(codePoint);
            } else {
                printable.append('<').append(number(codePoint)).append('>');
            }
        });
        return printable.toString();
    }

    private static String number(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
