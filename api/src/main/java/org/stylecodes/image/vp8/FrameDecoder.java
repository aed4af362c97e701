package org.stylecodes.image.vp8;

import java.io.IOException;

/** Decodes one frame, macroblock by macroblock. */
final class FrameDecoder {
    private static final int LUMA = 16;
    private static final int CHROMA = 8;

    private final FrameHeader header;
    private final int columns; // of macroblocks
    private final int rows;
    private final Plane luma;
    private final Plane blue;
    private final Plane red;
    private final MacroblockModes modes;
    private final Coefficients coefficients;
    private final BlockPrediction blockPrediction = new BlockPrediction();
    private final LoopFilter.Strength[] strengths; // (rows, columns)
    private final boolean[] filteredInside; // (rows, columns)

    FrameDecoder(FrameHeader header) {
        this.header = header;
        columns = (header.width() + LUMA - 1) / LUMA;
        rows = (header.height() + LUMA - 1) / LUMA;
        luma = new Plane(LUMA * columns, LUMA * rows);
        blue = new Plane(CHROMA * columns, CHROMA * rows);
        red = new Plane(CHROMA * columns, CHROMA * rows);
        modes = new MacroblockModes(header, columns);
        coefficients = new Coefficients(header, columns);
        strengths = new LoopFilter.Strength[columns * rows];
        filteredInside = new boolean[columns * rows];
    }

    byte[] decode() throws IOException {
        for (int row = 0; row < rows; row++) {
            modes.startRow();
            coefficients.startRow(row);
            for (int column = 0; column < columns; column++) {
                decode(column, row);
            }
            if (header.modes().isOverrun() || header.tokens()[row % header.tokens().length].isOverrun()) {
                throw new IOException("it ends in row " + row + " of " + rows + " rows of blocks");
            }
        }
        smooth();
        return Colors.rgb(header.width(), header.height(), luma, blue, red);
    }

    private void decode(int column, int row) {
        modes.read(column);
        boolean any = false;
        if (modes.isSkipped()) {
            coefficients.skip(column, modes.isSplit());
        } else {
            any = coefficients.read(column, modes.isSplit(), header.segments().quantizers()[modes.segment()]);
        }
        if (modes.isSplit()) {
            reconstructBlocks(column, row, any);
        } else {
            MacroblockPrediction.fill(
                    luma, luma.at(LUMA * column, LUMA * row), LUMA, modes.luma(), row > 0, column > 0);
            addLuma(column, row, any);
        }
        reconstructChroma(blue, column, row, 16, any);
        reconstructChroma(red, column, row, 20, any);
        int index = row * columns + column;
        int level = header.segments().filterLevels()[modes.segment()];
        strengths[index] = LoopFilter.Strength.of(header.filter(), level, modes.isSplit());
        filteredInside[index] = modes.isSplit() || any;
    }

    private void reconstructBlocks(int column, int row, boolean any) {
        int besides = rightAbove(column, row);
        for (int i = 0; i < 16; i++) {
            int place = luma.at(LUMA * column + i % 4 * 4, LUMA * row + i / 4 * 4);
            int rightAbove = i % 4 == 3 ? besides : place - luma.stride() + 4;
            blockPrediction.fill(luma, place, rightAbove, modes.block(i));
            if (any) {
                InverseTransform.add(coefficients.values(), 16 * i, luma, place);
            }
        }
    }

    /**
     * The index of the four samples above and to the right of a macroblock. All four of its rightmost blocks use them. Next to the last
     * macroblock of a row, the plane has room for four copies of the sample before them.
     */
    private int rightAbove(int column, int row) {
        int place = luma.at(LUMA * column + LUMA, LUMA * row - 1);
        if (row > 0 && column == columns - 1) {
            for (int i = 0; i < 4; i++) {
                luma.set(place + i, luma.get(place - 1));
            }
        }
        return place;
    }

    private void addLuma(int column, int row, boolean any) {
        for (int i = 0; any && i < 16; i++) {
            int place = luma.at(LUMA * column + i % 4 * 4, LUMA * row + i / 4 * 4);
            InverseTransform.add(coefficients.values(), 16 * i, luma, place);
        }
    }

    private void reconstructChroma(Plane plane, int column, int row, int firstBlock, boolean any) {
        MacroblockPrediction.fill(
                plane, plane.at(CHROMA * column, CHROMA * row), CHROMA, modes.chroma(), row > 0, column > 0);
        for (int i = 0; any && i < 4; i++) {
            int place = plane.at(CHROMA * column + i % 2 * 4, CHROMA * row + i / 2 * 4);
            InverseTransform.add(coefficients.values(), 16 * (firstBlock + i), plane, place);
        }
    }

    private void smooth() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                LoopFilter.Strength strength = strengths[row * columns + column];
                boolean inside = filteredInside[row * columns + column];
                if (strength.edge() < 0) {
                    continue;
                }
                if (header.filter().simple()) {
                    LoopFilter.simple(luma, column, row, strength, inside);
                } else {
                    LoopFilter.normal(luma, LUMA, column, row, strength, inside);
                    LoopFilter.normal(blue, CHROMA, column, row, strength, inside);
                    LoopFilter.normal(red, CHROMA, column, row, strength, inside);
                }
            }
        }
    }
}
