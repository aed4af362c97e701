package org.stylecodes.image.vp8;

/** How a block is guessed from its neighbours (RFC 6386, section 12). Whole macroblocks use the first four, blocks of 4x4 all. */
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

    /** The mode of a 4x4 block, which depends on those above and on the left (section 11.2). */
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

    /** The mode of a macroblock's luma that is not split into blocks. */
    static IntraMode ofLuma(BoolDecoder in) {
        if (in.read(156)) {
            return in.read(128) ? TRUE_MOTION : HORIZONTAL;
        }
        return in.read(163) ? VERTICAL : DC;
    }

    /** The mode of a macroblock's chroma. */
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
