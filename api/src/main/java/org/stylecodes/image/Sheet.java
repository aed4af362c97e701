package org.stylecodes.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.pixels.Canvas;
import org.stylecodes.image.text.TextLine;

/**
 * A contact sheet: pictures in a labelled grid that is drawn as one picture. There is one row per style, with its reference and a label
 * on the left, and one column per prompt, with a title above. Immutable.
 *
 * <p>Latin letters are drawn without accents and look the same on every machine. Letters of other scripts come from the installed fonts;
 * this needs no display. {@link #missingLetters} returns the letters that no font has.
 *
 * <pre>{@code
 * Sheet sheet = new Sheet(List.of("a house", "a tree"), List.of(new Sheet.Row(reference, code, List.of(house, tree))), 256);
 * Pictures.writePng(sheet.draw(), Path.of("sheet.png"));
 * }</pre>
 *
 * @param titles one title per column, or none at all; long titles are wrapped
 * @param rows the rows from top to bottom, at least one
 * @param cell the side of the square that every picture is fitted into, 32 to 2048 pixels
 */
public record Sheet(List<String> titles, List<Row> rows, int cell) {
    /**
     * One row of a sheet.
     *
     * @param reference the picture that the row's style comes from; null if there is none
     * @param label the text beside the reference, such as the style's code; may be empty
     * @param cells the pictures from left to right; a row may be shorter than others
     */
    public record Row(@Nullable Picture reference, String label, List<Picture> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private static final int PAPER = 255;

    /**
     * Copies the lists and checks the values.
     *
     * @throws IllegalArgumentException if there is no row, or the cell is not 32 to 2048 pixels
     */
    public Sheet {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a sheet needs at least one row");
        }
        if (cell < 32 || cell > 2048) {
            throw new IllegalArgumentException("the cell size is " + cell + ", expected 32 to 2048 pixels");
        }
    }

    /**
     * Returns the letters of titles and labels that no font on this machine has, each once. {@link #draw} shows boxes in their place.
     */
    public String missingLetters() {
        return TextLine.missing(
                Stream.concat(titles.stream(), rows.stream().map(Row::label)).collect(Collectors.joining(" ")));
    }

    /**
     * Draws the sheet on a white background.
     *
     * @throws ArithmeticException if the sheet would have too many pixels for a picture
     */
    public Picture draw() {
        SheetLayout layout = SheetLayout.of(this);
        Canvas canvas = new Canvas(layout.width(), layout.height(), PAPER);
        for (int column = 0; column < titles.size(); column++) {
            List<String> lines = layout.titleLines(titles.get(column));
            layout.write(canvas, lines, layout.columnLeft(column), layout.titleTop(lines));
        }
        for (int row = 0; row < rows.size(); row++) {
            draw(canvas, layout, rows.get(row), layout.rowTop(row));
        }
        return Picture.owning(canvas.toPixels());
    }

    private void draw(Canvas canvas, SheetLayout layout, Row row, int top) {
        if (row.reference != null) {
            putFitted(canvas, row.reference, layout.gap(), top);
        }
        List<String> lines = layout.labelLines(row.label);
        layout.write(canvas, lines, layout.labelLeft(), top + (cell - layout.textHeight(lines)) / 2);
        for (int column = 0; column < row.cells.size(); column++) {
            putFitted(canvas, row.cells.get(column), layout.columnLeft(column), top);
        }
    }

    /** Puts a picture in the middle of a cell, as large as fits while it keeps its aspect ratio. */
    private void putFitted(Canvas canvas, Picture picture, int left, int top) {
        double scale = (double) cell / Math.max(picture.width(), picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        canvas.put(
                Resize.bicubic(picture, width, height).pixels(), left + (cell - width) / 2, top + (cell - height) / 2);
    }

    /** The number of columns with pictures. */
    int columns() {
        return Stream.concat(Stream.of(titles.size()), rows.stream().map(row -> row.cells.size()))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
