package org.stylecodes.image.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a limited number of columns. */
public final class TextLines {
    private static final String ELLIPSIS = "...";

    private TextLines() {}

    /**
     * Breaks a text after spaces and colons, so that a code below its model's name stays in one piece. Breaks inside a word only if the
     * word is too long for a line.
     *
     * @param columns the columns of the longest line, more than 3
     * @param most the most lines; a text that needs more ends in "..."
     */
    public static List<String> wrap(String text, int columns, int most) {
        List<String> lines = new ArrayList<>();
        String rest = Letters.plain(text).strip();
        while (!rest.isEmpty()) {
            if (lines.size() == most) {
                String last = lines.remove(most - 1);
                lines.add(last.substring(0, Letters.fitting(last, columns - ELLIPSIS.length())) + ELLIPSIS);
                break;
            }
            int end = endOfLine(rest, columns);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        return lines;
    }

    private static int endOfLine(String text, int columns) {
        int fitting = Letters.fitting(text, columns);
        if (fitting == text.length()) {
            return fitting;
        }
        for (int end = fitting; end > 0; end--) {
            if (text.charAt(end) == ' ' || text.charAt(end - 1) == ':') {
                return end;
            }
        }
        return fitting;
    }

    /** Returns the number of columns of the longest line. */
    public static int columns(List<String> lines) {
        return lines.stream().mapToInt(Letters::columns).max().orElse(0);
    }
}
