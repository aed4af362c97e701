package org.stylecodes.image.vp8;

/**
 * Smooths the edges of macroblocks and of the blocks inside them (RFC 6386, section 15). It runs after the whole frame is reconstructed,
 * because blocks are predicted from unsmoothed samples.
 */
final class LoopFilter {
    /**
     * The settings of a frame.
     *
     * @param simple whether the simple filter is used, which smooths only luma
     * @param level 0 (no smoothing) to 63
     * @param sharpness 0 to 7
     * @param intraDelta added to the level of every macroblock
     * @param splitDelta added to the level of macroblocks that are predicted in blocks
     */
    record Settings(boolean simple, int level, int sharpness, int intraDelta, int splitDelta) {
        static Settings read(BoolDecoder in) {
            boolean simple = in.flag();
            int level = in.number(6);
            int sharpness = in.number(3);
            // Four deltas for kinds of reference frames, the first for intra, then four for modes, the first for split.
            int[] deltas = new int[8];
            if (in.flag() && in.flag()) {
                for (int i = 0; i < deltas.length; i++) {
                    deltas[i] = in.optional(6);
                }
            }
            return new Settings(simple, level, sharpness, deltas[0], deltas[4]);
        }
    }

    /**
     * The strength of smoothing for a macroblock.
     *
     * @param edge the largest step across an edge that is smoothed; below zero, nothing is smoothed
     * @param interior the largest step beside an edge that is smoothed
     * @param variance a step beside an edge above this limit is detail, so fewer samples are smoothed
     */
    record Strength(int edge, int interior, int variance) {
        private static final Strength NONE = new Strength(-1, 0, 0);

        static Strength of(Settings settings, int segmentLevel, boolean split) {
            int level =
                    Math.max(0, Math.min(63, segmentLevel + settings.intraDelta + (split ? settings.splitDelta : 0)));
            if (settings.level == 0 || level == 0) {
                return NONE;
            }
            int interior = level;
            if (settings.sharpness > 0) {
                interior = Math.min(interior >> (settings.sharpness > 4 ? 2 : 1), 9 - settings.sharpness);
            }
            interior = Math.max(1, interior);
            return new Strength(2 * level + interior, interior, level >= 40 ? 2 : level >= 15 ? 1 : 0);
        }
    }

    /** Edges of macroblocks are smoothed at higher steps than those inside them. */
    private static final int MACROBLOCK_EXTRA = 4;

    private LoopFilter() {}

    /** Smooths luma by the simple filter: the left and upper edge of the macroblock if it has a neighbour there, and its inside. */
    static void simple(Plane plane, int column, int row, Strength strength, boolean inside) {
        int place = plane.at(16 * column, 16 * row);
        for (int direction = 0; direction < 2; direction++) {
            int across = direction == 0 ? 1 : plane.stride();
            int along = direction == 0 ? plane.stride() : 1;
            if (direction == 0 ? column > 0 : row > 0) {
                simpleEdge(plane, place, across, along, 2 * (strength.edge + MACROBLOCK_EXTRA) + 1);
            }
            for (int i = 4; inside && i < 16; i += 4) {
                simpleEdge(plane, place + i * across, across, along, 2 * strength.edge + 1);
            }
        }
    }

    /** Smooths the same edges of a plane by the normal filter. The size of macroblocks is 16 in luma and 8 in chroma. */
    static void normal(Plane plane, int size, int column, int row, Strength strength, boolean inside) {
        int place = plane.at(size * column, size * row);
        for (int direction = 0; direction < 2; direction++) {
            int across = direction == 0 ? 1 : plane.stride();
            int along = direction == 0 ? plane.stride() : 1;
            if (direction == 0 ? column > 0 : row > 0) {
                normalEdge(plane, place, across, along, size, strength, true);
            }
            for (int i = 4; inside && i < size; i += 4) {
                normalEdge(plane, place + i * across, across, along, size, strength, false);
            }
        }
    }

    private static void simpleEdge(Plane plane, int place, int across, int along, int limit) {
        for (int i = 0; i < 16; i++) {
            Edge edge = new Edge(plane, place + i * along, across);
            if (edge.step() <= limit) {
                edge.smoothTwo();
            }
        }
    }

    private static void normalEdge(
            Plane plane, int place, int across, int along, int size, Strength strength, boolean macroblock) {
        int limit = 2 * (strength.edge + (macroblock ? MACROBLOCK_EXTRA : 0)) + 1;
        for (int i = 0; i < size; i++) {
            Edge edge = new Edge(plane, place + i * along, across);
            if (edge.step() > limit || !edge.isCalm(strength.interior)) {
                continue;
            }
            if (edge.varies(strength.variance)) {
                edge.smoothTwo();
            } else if (macroblock) {
                edge.smoothSix();
            } else {
                edge.smoothFour();
            }
        }
    }
}
