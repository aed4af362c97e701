package org.stylecodes.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.pixels.Canvas;
import org.stylecodes.image.text.TextLine;

/**
 * Pictures in a labelled grid, to be drawn as one picture: a row for each style, with its reference and a label on the left, a column for each prompt
 * with a title above. Immutable.
 *
 * <p>Latin letters are drawn without accents, and alike on every machine. Those of other scripts are taken from the fonts that are
 * installed, which needs no display; {@link #missingLetters} tells which are not there.
 *
 * <pre>{@code
 * Sheet sheet = new Sheet(List.of("a house", "a tree"), List.of(new Sheet.Row(reference, code, List.of(house, tree))), 256);
 * Pictures.writePng(sheet.draw(), Path.of("sheet.png"));
 * }</pre>
 *
 * @param titles one for each column, or none at all; long ones are wrapped
 * @param rows from top to bottom, at least one
 * @param cell the width and height of the square that every picture is fitted into, 32 to 2048 pixels
 */
public record Sheet(List<String> titles, List<Row> rows, int cell) {
    /**
     * One row.
     *
     * @param reference the picture that the row's style comes from, or null
     * @param label what stands beside the reference, such as its code; may be empty
     * @param cells from left to right; a row may be shorter than others
     */
    public record Row(@Nullable Picture reference, String label, List<Picture> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private static final int PAPER = 255;

    /** @throws IllegalArgumentException if there is no row, or the cell is not 32 to 2048 pixels */
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

    /** The letters of titles and labels that no font on this machine has, each once; {@link #draw} shows boxes for them. */
    public String missingLetters() {
        return TextLine.missing(
                Stream.concat(titles.stream(), rows.stream().map(Row::label)).collect(Collectors.joining(" ")));
    }

    /**
     * The grid as a picture on white paper.
     *
     * @throws ArithmeticException if it has too many pixels for a picture
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

    /** Puts a picture in the middle of a cell, as large as it fits, its aspect ratio kept. */
    private void putFitted(Canvas canvas, Picture picture, int left, int top) {
        double scale = (double) cell / Math.max(picture.width(), picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * scale));
        int height = Math.max(1, (int) Math.round(picture.height() * scale));
        canvas.put(
                Resize.bicubic(picture, width, height).pixels(), left + (cell - width) / 2, top + (cell - height) / 2);
    }

    /** How many columns of pictures there are. */
    int columns() {
        return Stream.concat(Stream.of(titles.size()), rows.stream().map(row -> row.cells.size()))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
