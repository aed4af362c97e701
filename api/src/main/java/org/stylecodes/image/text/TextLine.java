package org.stylecodes.image.text;

import java.util.function.IntPredicate;
import org.stylecodes.image.pixels.Canvas;

/**
 * One line of text on a sheet. {@link BitmapFont} draws Latin letters and {@link SystemFont} the others. Letters that no font has become
 * empty boxes.
 *
 * @param text the text as {@link Letters#plain} returns it
 */
public record TextLine(String text) {
    /** Draws the line with its upper left corner at (left, top). */
    public void draw(Canvas canvas, int left, int top, int scale) {
        int column = 0;
        for (int at = 0; at < text.length(); ) {
            int x = left + column * BitmapFont.ADVANCE * scale;
            int letter = text.codePointAt(at);
            int end = at + Character.charCount(letter);
            if (BitmapFont.has(letter)) {
                BitmapFont.draw(canvas, (char) letter, x, top, scale);
            } else if (isDrawnBySystem(letter)) {
                end = endOfRun(end);
                String run = text.substring(at, end);
                int width = Math.max(1, Letters.columns(run)) * BitmapFont.ADVANCE * scale;
                SystemFont.draw(canvas, run, x, top, width, BitmapFont.LINE * scale);
            } else if (Letters.columns(letter) > 0) {
                BitmapFont.drawBox(canvas, Letters.columns(letter), x, top, scale);
            }
            column += Letters.columns(text.substring(at, end));
            at = end;
        }
    }

    /** The end of a run of letters, including spaces between them. Right-to-left and joined letters must be drawn in one run. */
    private int endOfRun(int from) {
        int end = from;
        for (int at = from; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            if (isDrawnBySystem(letter) || !BitmapFont.has(letter) && Letters.columns(letter) == 0) {
                end = at;
            } else if (letter != ' ') {
                break;
            }
        }
        return end;
    }

    private static boolean isDrawnBySystem(int letter) {
        return !BitmapFont.has(letter) && SystemFont.has(letter);
    }

    /** Returns the letters of a text that no font has, each once. */
    public static String missing(String text) {
        IntPredicate missing =
                letter -> !BitmapFont.has(letter) && Letters.columns(letter) > 0 && !SystemFont.has(letter);
        return Letters.plain(text)
                .codePoints()
                .filter(missing)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
