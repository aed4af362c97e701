package org.stylecodes.image.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of a number of letters. */
public final class TextLines {
    private static final String ELLIPSIS = "...";

    private TextLines() {}

    /**
     * Breaks behind spaces and colons, so that a code under its model's name stays whole, and inside words only where they are too long for a line.
     *
     * @param columns the longest line, more than three letters
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

    /** The columns of the longest line. */
    public static int columns(List<String> lines) {
        return lines.stream().mapToInt(Letters::columns).max().orElse(0);
    }
}
