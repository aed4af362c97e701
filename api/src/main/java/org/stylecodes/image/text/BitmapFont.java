package org.stylecodes.image.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.stylecodes.image.pixels.Canvas;

/**
 * A bitmap font of 5x9 pixels for the printable ASCII characters. O and 0 differ, and so do l, 1 and I. The font is the same on every
 * machine, whereas {@link SystemFont} may have no letters at all.
 */
public final class BitmapFont {
    /** The distance from one letter to the next, in pixels at a scale of 1. */
    public static final int ADVANCE = 6;

    /** The distance from one line to the next, in pixels at a scale of 1. */
    public static final int LINE = 11;

    private static final int WIDTH = 5;
    private static final int HEIGHT = 9;
    private static final int CAPITAL = 7; // rows of a letter above the baseline
    private static final int IN_BAND = 16;
    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final int INK = 40;

    /** Bands of 16 letters side by side. Each line of text is a row of pixels with '#' for ink; an empty line ends a band. */
    private static final List<String> ART = art();

    private BitmapFont() {}

    /** Whether the font has a letter. */
    static boolean has(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    /** Draws an empty box in place of a missing letter. */
    static void drawBox(Canvas canvas, int columns, int left, int top, int scale) {
        int width = (columns * ADVANCE - 1) * scale;
        int height = CAPITAL * scale;
        canvas.fill(left, top, width, scale, INK);
        canvas.fill(left, top + height - scale, width, scale, INK);
        canvas.fill(left, top, scale, height, INK);
        canvas.fill(left + width - scale, top, scale, height, INK);
    }

    /** Draws a letter of the font with its upper left corner at (left, top). */
    static void draw(Canvas canvas, char letter, int left, int top, int scale) {
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
