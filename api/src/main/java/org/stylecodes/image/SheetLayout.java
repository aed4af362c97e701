package org.stylecodes.image;

import java.util.List;
import org.stylecodes.image.pixels.Canvas;
import org.stylecodes.image.text.BitmapFont;
import org.stylecodes.image.text.TextLine;
import org.stylecodes.image.text.TextLines;

/**
 * The layout of a sheet in pixels. From left to right it has references, labels and columns; from top to bottom titles and rows.
 *
 * @param cell the side of the square for a picture
 * @param gap the gap between cells and around the sheet
 * @param scale the pixels per dot of the font
 * @param labelLeft the left edge of the labels
 * @param labelColumns the number of letters in the longest line of a label
 * @param titleHeight the height of the tallest title
 */
record SheetLayout(
        int cell, int gap, int scale, int labelLeft, int labelColumns, int titleHeight, int columns, int rows) {
    private static final int MOST_LINES = 4;
    private static final int CODE_COLUMNS = 24; // a whole code fits on a line even if cells are small

    static SheetLayout of(Sheet sheet) {
        int cell = sheet.cell();
        int gap = Math.max(4, cell / 16);
        int scale = Math.max(1, cell / 128);
        boolean references = sheet.rows().stream().anyMatch(row -> row.reference() != null);
        int labelLeft = references ? gap + cell + gap : gap;
        SheetLayout bare = new SheetLayout(
                cell, gap, scale, labelLeft, 0, 0, sheet.columns(), sheet.rows().size());
        int labelColumns = sheet.rows().stream()
                .mapToInt(row -> TextLines.columns(bare.labelLines(row.label())))
                .max()
                .orElse(0);
        int titleHeight = sheet.titles().stream()
                .mapToInt(title -> bare.textHeight(bare.titleLines(title)))
                .max()
                .orElse(0);
        return new SheetLayout(cell, gap, scale, labelLeft, labelColumns, titleHeight, bare.columns, bare.rows);
    }

    int width() {
        return columnLeft(columns);
    }

    int height() {
        return rowTop(rows);
    }

    int columnLeft(int column) {
        int labels = labelColumns == 0 ? 0 : labelColumns * letter() + gap;
        return Math.addExact(labelLeft + labels, Math.multiplyExact(column, cell + gap));
    }

    int rowTop(int row) {
        int titles = titleHeight == 0 ? 0 : titleHeight + gap;
        return Math.addExact(gap + titles, Math.multiplyExact(row, cell + gap));
    }

    /** The top of a title. Titles are aligned at the bottom, directly above the first row of pictures. */
    int titleTop(List<String> lines) {
        return gap + titleHeight - textHeight(lines);
    }

    List<String> titleLines(String title) {
        return TextLines.wrap(title, cell / letter(), MOST_LINES);
    }

    List<String> labelLines(String label) {
        return TextLines.wrap(
                label, Math.max(CODE_COLUMNS, cell / letter()), Math.max(1, cell / (BitmapFont.LINE * scale)));
    }

    int textHeight(List<String> lines) {
        return lines.size() * BitmapFont.LINE * scale;
    }

    void write(Canvas canvas, List<String> lines, int left, int top) {
        for (int i = 0; i < lines.size(); i++) {
            new TextLine(lines.get(i)).draw(canvas, left, top + i * BitmapFont.LINE * scale, scale);
        }
    }

    private int letter() {
        return BitmapFont.ADVANCE * scale;
    }
}
