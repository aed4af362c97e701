package org.stylecodes.image.vp8;

import java.util.Arrays;

/**
 * Reads the coefficients of one macroblock after another, with the contexts from their neighbours (RFC 6386, section 13). A macroblock has
 * 25 blocks of 16 coefficients: luma 0 to 15, blue chroma 16 to 19, red chroma 20 to 23, and the second-order luma block, which holds the
 * first coefficients of the 16 luma blocks.
 */
final class Coefficients {
    private static final int LUMA_WITHOUT_DC = 0;
    private static final int SECOND_ORDER = 1;
    private static final int CHROMA = 2;
    private static final int LUMA = 3;

    private static final int CHROMA_START = 16;
    private static final int SECOND = 24;

    private final FrameHeader header;
    private final TokenReader tokens;
    private final boolean[] above; // nine per column: luma 4, blue 2, red 2, second order 1
    private final boolean[] left = new boolean[9];
    private final short[] values = new short[25 * 16];

    Coefficients(FrameHeader header, int columns) {
        this.header = header;
        this.tokens = new TokenReader(header.coefficients(), header.tokens()[0]);
        this.above = new boolean[9 * columns];
    }

    void startRow(int row) {
        Arrays.fill(left, false);
        tokens.from(header.tokens()[row % header.tokens().length]);
    }

    /** The dequantized coefficients in raster order. Those of a block begin at 16 times its number. */
    short[] values() {
        return values;
    }

    /** Updates the contexts for a macroblock without coefficients. */
    void skip(int column, boolean split) {
        Arrays.fill(above, 9 * column, 9 * column + 8, false);
        Arrays.fill(left, 0, 8, false);
        if (!split) {
            above[9 * column + 8] = false;
            left[8] = false;
        }
    }

    /** Reads the coefficients of the next macroblock. Returns whether any block differs from zero. */
    boolean read(int column, boolean split, Segmentation.Quantizer steps) {
        Arrays.fill(values, (short) 0);
        boolean any = false;
        int first = 0;
        if (!split) {
            readBlock(SECOND_ORDER, SECOND, 0, 9 * column + 8, 8, steps.secondDc(), steps.secondAc());
            InverseTransform.walshHadamard(values, SECOND * 16);
            first = 1;
        }
        int type = split ? LUMA : LUMA_WITHOUT_DC;
        for (int i = 0; i < 16; i++) {
            any |= readBlock(type, i, first, 9 * column + i % 4, i / 4, steps.lumaDc(), steps.lumaAc());
        }
        for (int i = 0; i < 8; i++) {
            int plane = 4 + i / 4 * 2;
            int contextAbove = 9 * column + plane + i % 2;
            int contextLeft = plane + i % 4 / 2;
            any |= readBlock(
                    CHROMA, CHROMA_START + i, 0, contextAbove, contextLeft, steps.chromaDc(), steps.chromaAc());
        }
        return any;
    }

    private boolean readBlock(
            int type, int block, int first, int contextAbove, int contextLeft, int dcStep, int acStep) {
        int context = (above[contextAbove] ? 1 : 0) + (left[contextLeft] ? 1 : 0);
        int end = tokens.readBlock(type, context, first, dcStep, acStep, values, block * 16);
        above[contextAbove] = end > first;
        left[contextLeft] = end > first;
        return end > 1 || values[block * 16] != 0;
    }
}
