package org.stylecodes.image.vp8;

/**
 * Predicts a whole macroblock of luma (16x16) or chroma (8x8) from the row above and the column on the left (RFC 6386, sections 12.2 and
 * 12.3).
 */
final class MacroblockPrediction {
    private MacroblockPrediction() {}

    /**
     * Predicts a square of samples.
     *
     * @param place the index of its upper left sample
     * @param size its width and height, 8 or 16
     * @param hasAbove whether there is a macroblock above; used only by {@link IntraMode#DC}
     * @param hasLeft whether there is a macroblock on the left; used only by {@link IntraMode#DC}
     */
    static void fill(Plane plane, int place, int size, IntraMode mode, boolean hasAbove, boolean hasLeft) {
        int above = place - plane.stride();
        if (mode == IntraMode.DC) {
            fill(plane, place, size, mean(plane, place, size, hasAbove, hasLeft));
            return;
        }
        for (int y = 0; y < size; y++) {
            int row = place + y * plane.stride();
            switch (mode) {
                case VERTICAL -> System.arraycopy(plane.samples(), above, plane.samples(), row, size);
                case HORIZONTAL -> fillRow(plane, row, size, plane.get(row - 1));
                default -> trueMotion(plane, row, size, above);
            }
        }
    }

    /** Predicts a row as the row above plus the difference between the sample on the left and the corner. */
    static void trueMotion(Plane plane, int row, int size, int above) {
        int change = plane.get(row - 1) - plane.get(above - 1);
        for (int x = 0; x < size; x++) {
            plane.set(row + x, plane.get(above + x) + change);
        }
    }

    private static int mean(Plane plane, int place, int size, boolean hasAbove, boolean hasLeft) {
        if (!hasAbove && !hasLeft) {
            return 128;
        }
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += hasAbove ? plane.get(place - plane.stride() + i) : 0;
            sum += hasLeft ? plane.get(place + i * plane.stride() - 1) : 0;
        }
        int count = hasAbove && hasLeft ? 2 * size : size;
        return (sum + count / 2) / count;
    }

    static void fill(Plane plane, int place, int size, int value) {
        for (int y = 0; y < size; y++) {
            fillRow(plane, place + y * plane.stride(), size, value);
        }
    }

    private static void fillRow(Plane plane, int row, int size, int value) {
        for (int x = 0; x < size; x++) {
            plane.set(row + x, value);
        }
    }
}
