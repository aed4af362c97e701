package org.stylecodes.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.WeightedStyle;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Sheet;

/**
 * Draws every prompt in every style, with otherwise equal requests.
 *
 * @param prompts the columns, at least one
 * @param rows the styles, at least one
 */
record StyleGrid(List<String> prompts, List<Row> rows) {
    private static final int SMALLEST_CELL = 128; // labels are hard to read on smaller sheets
    private static final int LARGEST_CELL = 512;

    /**
     * A style with its label.
     *
     * @param reference the picture that the style comes from, or null
     * @param name the file name of that picture; empty without a picture
     * @param style null to draw without a style
     */
    record Row(
            @Nullable Picture reference,
            String name,
            @Nullable WeightedStyle style) {
        static Row of(StyleArgument argument, StyleCodes model) {
            String name = argument.file() == null
                    ? ""
                    : String.valueOf(argument.file().getFileName());
            return new Row(argument.picture(), name, argument.of(model));
        }

        /** The name followed by the code. */
        String label() {
            return style == null ? name : (name + " " + style.code()).strip();
        }

        private List<WeightedStyle> styles() {
            return style == null ? List.of() : List.of(style);
        }
    }

    /** Draws all pictures and returns the sheet of them. */
    Sheet draw(StyleCodes model, Request base, ProgressLine line) {
        int pictures = rows.size() * prompts.size();
        int done = 0;
        List<Sheet.Row> drawn = new ArrayList<>();
        for (Row row : rows) {
            List<Picture> cells = new ArrayList<>();
            for (String prompt : prompts) {
                Request request = base.prompt(prompt).styles(row.styles());
                cells.add(model.generate(request.listener(new StepBar(line, "drawing", done++, pictures)))
                        .first());
            }
            drawn.add(new Sheet.Row(row.reference, row.label(), cells));
        }
        return new Sheet(prompts, drawn, cell(drawn.get(0).cells().get(0)));
    }

    private static int cell(Picture picture) {
        return Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, Math.max(picture.width(), picture.height())));
    }
}
