package org.stylecodes.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;

/**
 * Letters of 5x9 pixels for the printable ASCII characters, in which O and 0, l, 1 and I differ. A Java without fonts, as slim servers have it, cannot
 * draw text by itself.
 */
final class BitmapFont {
    /** From one letter to the next and from one line to the next, in pixels at a scale of one. */
    static final int ADVANCE = 6;

    static final int LINE = 11;

    private static final int WIDTH = 5;
    private static final int HEIGHT = 9;
    private static final int IN_BAND = 16;
    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final int INK = 40;

    /** Bands of 16 letters beside each other, a line of text for every row of pixels, '#' for ink; an empty line ends a band. */
    private static final List<String> ART = art();

    private BitmapFont() {}

    /** Draws one line with its upper left corner at a place; characters that are not there appear without accents or as '?'. */
    static void draw(Canvas canvas, String line, int left, int top, int scale) {
        String text = plain(line);
        for (int i = 0; i < text.length(); i++) {
            drawLetter(canvas, text.charAt(i), left + i * ADVANCE * scale, top, scale);
        }
    }

    private static void drawLetter(Canvas canvas, char letter, int left, int top, int scale) {
        int index = letter - FIRST;
        for (int y = 0; y < HEIGHT; y++) {
            String row = ART.get(index / IN_BAND * (HEIGHT + 1) + y);
            for (int x = 0; x < WIDTH; x++) {
                if (row.charAt(index % IN_BAND * (WIDTH + 1) + x) == '#') {
                    canvas.fill(left + x * scale, top + y * scale, scale, scale, INK);
                }
            }
        }
    }

    /** The text as it will be drawn, one character for each letter. */
    static String plain(String text) {
        String withoutAccents = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        StringBuilder plain = new StringBuilder();
        withoutAccents
                .codePoints()
                .forEach(c -> plain.append(c >= FIRST && c <= LAST ? (char) c : Character.isWhitespace(c) ? ' ' : '?'));
        return plain.toString();
    }

    private static List<String> art() {
        try (InputStream in = BitmapFont.class.getResourceAsStream("font.txt")) {
            return new String(Objects.requireNonNull(in, "font.txt").readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
