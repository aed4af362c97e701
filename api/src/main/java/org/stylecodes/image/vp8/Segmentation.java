package org.stylecodes.image.vp8;

/**
 * Up to four segments of macroblocks with their own quantizers and filter levels (RFC 6386, sections 9.3, 9.6 and 14.1).
 *
 * @param quantizers one quantizer per segment
 * @param filterLevels one level per segment, before the adjustment for a macroblock
 * @param tree the probabilities of a macroblock's segment; empty if all macroblocks are in the first segment
 */
record Segmentation(Quantizer[] quantizers, int[] filterLevels, int[] tree) {
    private static final int COUNT = 4;

    /** The quantizer steps of the first (dc) and the other (ac) coefficients of luma, second-order luma and chroma. */
    record Quantizer(int lumaDc, int lumaAc, int secondDc, int secondAc, int chromaDc, int chromaAc) {}

    /** Reads the segment of the next macroblock. */
    int next(BoolDecoder modes) {
        if (tree.length == 0) {
            return 0;
        }
        int upper = modes.read(tree[0]) ? 2 : 0;
        return upper + (modes.read(tree[upper == 0 ? 1 : 2]) ? 1 : 0);
    }

    /** The segment part of the header. The quantizer indices that complete it follow later in the stream. */
    record Reader(boolean enabled, boolean absolute, int[] quantizers, int[] levels, int[] tree) {
        static Reader read(BoolDecoder in) {
            int[] quantizers = new int[COUNT];
            int[] levels = new int[COUNT];
            if (!in.flag()) {
                return new Reader(false, false, quantizers, levels, new int[0]);
            }
            boolean hasMap = in.flag();
            boolean absolute = true;
            if (in.flag()) {
                absolute = in.flag();
                for (int i = 0; i < COUNT; i++) {
                    quantizers[i] = in.optional(7);
                }
                for (int i = 0; i < COUNT; i++) {
                    levels[i] = in.optional(6);
                }
            }
            int[] tree = new int[hasMap ? COUNT - 1 : 0];
            for (int i = 0; i < tree.length; i++) {
                tree[i] = in.flag() ? in.number(8) : 255;
            }
            return new Reader(true, absolute, quantizers, levels, tree);
        }

        Segmentation complete(BoolDecoder in, int frameLevel) {
            int base = in.number(7);
            int[] deltas = new int[5]; // luma dc, second-order dc and ac, chroma dc and ac
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = in.optional(4);
            }
            Quantizer[] steps = new Quantizer[COUNT];
            int[] filterLevels = new int[COUNT];
            for (int i = 0; i < COUNT; i++) {
                steps[i] = quantizer(of(quantizers[i], base), deltas);
                filterLevels[i] = of(levels[i], frameLevel);
            }
            return new Segmentation(steps, filterLevels, tree);
        }

        private int of(int own, int base) {
            if (!enabled) {
                return base;
            }
            return absolute ? own : base + own;
        }
    }

    private static Quantizer quantizer(int index, int[] deltas) {
        return new Quantizer(
                step(Tables.DC_STEPS, index + deltas[0], 127),
                step(Tables.AC_STEPS, index, 127),
                step(Tables.DC_STEPS, index + deltas[1], 127) * 2,
                Math.max(8, step(Tables.AC_STEPS, index + deltas[2], 127) * 155 / 100),
                step(Tables.DC_STEPS, index + deltas[3], 117),
                step(Tables.AC_STEPS, index + deltas[4], 127));
    }

    private static int step(int[] steps, int index, int most) {
        return steps[Math.max(0, Math.min(most, index))];
    }
}
