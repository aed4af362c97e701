package org.stylecodes.image.vp8;

/** The prediction modes of a block (RFC 6386, section 12). Whole macroblocks use only the first four; blocks of 4x4 use all. */
enum IntraMode {
    DC,
    TRUE_MOTION,
    VERTICAL,
    HORIZONTAL,
    DOWN_RIGHT,
    VERTICAL_RIGHT,
    DOWN_LEFT,
    VERTICAL_LEFT,
    HORIZONTAL_DOWN,
    HORIZONTAL_UP;

    private static final IntraMode[] ALL = values();

    /** Reads the mode of a 4x4 block. Its probabilities depend on the modes above and on the left (section 11.2). */
    static IntraMode ofBlock(BoolDecoder in, IntraMode above, IntraMode left) {
        int[] p = Tables.INTRA_MODES;
        int at = (above.ordinal() * ALL.length + left.ordinal()) * (ALL.length - 1);
        if (!in.read(p[at])) {
            return DC;
        }
        if (!in.read(p[at + 1])) {
            return TRUE_MOTION;
        }
        if (!in.read(p[at + 2])) {
            return VERTICAL;
        }
        if (!in.read(p[at + 3])) {
            if (!in.read(p[at + 4])) {
                return HORIZONTAL;
            }
            return in.read(p[at + 5]) ? VERTICAL_RIGHT : DOWN_RIGHT;
        }
        if (!in.read(p[at + 6])) {
            return DOWN_LEFT;
        }
        if (!in.read(p[at + 7])) {
            return VERTICAL_LEFT;
        }
        return in.read(p[at + 8]) ? HORIZONTAL_UP : HORIZONTAL_DOWN;
    }

    /** Reads the luma mode of a macroblock. A macroblock that is split into blocks has none. */
    static IntraMode ofLuma(BoolDecoder in) {
        if (in.read(156)) {
            return in.read(128) ? TRUE_MOTION : HORIZONTAL;
        }
        return in.read(163) ? VERTICAL : DC;
    }

    /** Reads the chroma mode of a macroblock. */
    static IntraMode ofChroma(BoolDecoder in) {
        if (!in.read(142)) {
            return DC;
        }
        if (!in.read(114)) {
            return VERTICAL;
        }
        return in.read(183) ? TRUE_MOTION : HORIZONTAL;
    }
}
