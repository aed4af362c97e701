package org.stylecodes.image.vp8;

/** Reads the tokens that encode the coefficients of a block (RFC 6386, section 13.2). */
final class TokenReader {
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    /** The band of each position. The table has one entry more, because the probabilities after the last position are looked up too. */
    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};

    /**
     * Probabilities of the extra bits of large values, the highest bit first. The values of a category begin at
     * {@code 3 + (8 << category)}.
     */
    private static final int[][] EXTRA_BITS = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    private final int[] probabilities; // (block type, band, context, token)
    private BoolDecoder in;

    TokenReader(int[] probabilities, BoolDecoder in) {
        this.probabilities = probabilities;
        this.in = in;
    }

    /** Continues to read from another partition. */
    void from(BoolDecoder partition) {
        in = partition;
    }

    /**
     * Reads a block into an array of zeros, from an offset on.
     *
     * @param first the first position that is coded, 0 or 1
     * @return the position after the last coded one
     */
    int readBlock(int type, int context, int first, int dcStep, int acStep, short[] values, int offset) {
        int position = first;
        int p = place(type, position, context);
        while (position < 16 && in.read(probabilities[p])) {
            while (!in.read(probabilities[p + 1])) {
                position++;
                if (position == 16) {
                    return 16;
                }
                p = place(type, position, 0);
            }
            int value = in.read(probabilities[p + 2]) ? large(p) : 1;
            int step = position == 0 ? dcStep : acStep;
            values[offset + ZIGZAG[position]] = (short) ((in.flag() ? -value : value) * step);
            position++;
            p = place(type, position, value == 1 ? 1 : 2);
        }
        return position;
    }

    private static int place(int type, int position, int context) {
        return ((type * Tables.BANDS + BANDS[position]) * Tables.CONTEXTS + context) * Tables.TOKENS;
    }

    /** Reads a value above 1. */
    private int large(int p) {
        if (!in.read(probabilities[p + 3])) {
            if (!in.read(probabilities[p + 4])) {
                return 2;
            }
            return in.read(probabilities[p + 5]) ? 4 : 3;
        }
        if (!in.read(probabilities[p + 6])) {
            if (!in.read(probabilities[p + 7])) {
                return in.read(159) ? 6 : 5;
            }
            int upper = in.read(165) ? 2 : 0;
            return 7 + upper + (in.read(145) ? 1 : 0);
        }
        int high = in.read(probabilities[p + 8]) ? 1 : 0;
        int category = 2 * high + (in.read(probabilities[p + 9 + high]) ? 1 : 0);
        int extra = 0;
        for (int probability : EXTRA_BITS[category]) {
            extra = 2 * extra + (in.read(probability) ? 1 : 0);
        }
        return 3 + (8 << category) + extra;
    }
}
