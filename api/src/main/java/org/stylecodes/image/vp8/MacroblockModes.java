package org.stylecodes.image.vp8;

import java.util.Arrays;

/** Reads the modes of one macroblock after another, with the contexts from their neighbours (RFC 6386, section 11). */
final class MacroblockModes {
    private static final int SPLIT_PROBABILITY = 145;

    private final FrameHeader header;
    private final BoolDecoder in;
    private final IntraMode[] above; // four per column of macroblocks
    private final IntraMode[] left = new IntraMode[4];

    private int segment;
    private boolean skipped;
    private boolean split;
    private IntraMode luma = IntraMode.DC;
    private IntraMode chroma = IntraMode.DC;
    private final IntraMode[] blocks = new IntraMode[16];

    MacroblockModes(FrameHeader header, int columns) {
        this.header = header;
        this.in = header.modes();
        this.above = new IntraMode[4 * columns];
        Arrays.fill(above, IntraMode.DC);
    }

    void startRow() {
        Arrays.fill(left, IntraMode.DC);
    }

    void read(int column) {
        segment = header.segments().next(in);
        skipped = header.skipProbability() >= 0 && in.read(header.skipProbability());
        split = !in.read(SPLIT_PROBABILITY);
        if (split) {
            readBlocks(column);
        } else {
            luma = IntraMode.ofLuma(in);
            Arrays.fill(above, 4 * column, 4 * column + 4, luma);
            Arrays.fill(left, luma);
        }
        chroma = IntraMode.ofChroma(in);
    }

    private void readBlocks(int column) {
        for (int i = 0; i < blocks.length; i++) {
            int x = 4 * column + i % 4;
            int y = i / 4;
            blocks[i] = IntraMode.ofBlock(in, above[x], left[y]);
            above[x] = blocks[i];
            left[y] = blocks[i];
        }
    }

    int segment() {
        return segment;
    }

    /** Whether the macroblock has no coefficients. */
    boolean isSkipped() {
        return skipped;
    }

    /** Whether luma is predicted in blocks of 4x4. */
    boolean isSplit() {
        return split;
    }

    IntraMode luma() {
        return luma;
    }

    IntraMode block(int index) {
        return blocks[index];
    }

    IntraMode chroma() {
        return chroma;
    }
}
