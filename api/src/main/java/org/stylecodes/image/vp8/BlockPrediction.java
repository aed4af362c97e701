package org.stylecodes.image.vp8;

/**
 * Predicts a block of 4x4 samples from the samples around it (RFC 6386, section 12.3). These form one line, the edge, which runs from the
 * lowest sample on the left up to the corner, and from there to the right along the row above. Left 3 to 0 are edge 0 to 3, the corner
 * is edge 4, and above 0 to 7 are edge 5 to 12. Each diagonal mode continues smoothed samples of the edge along its direction.
 */
final class BlockPrediction {
    private static final int CORNER = 4;
    private static final int ABOVE = 5;
    private static final int EDGE = 13;

    private final int[] edge = new int[EDGE];

    /** Predicts the block at {@code place}. The four samples above and to the right of it begin at {@code rightAbove}. */
    void fill(Plane plane, int place, int rightAbove, IntraMode mode) {
        lookAround(plane, place, rightAbove);
        switch (mode) {
            case DC -> MacroblockPrediction.fill(plane, place, 4, mean());
            case TRUE_MOTION -> {
                for (int y = 0; y < 4; y++) {
                    MacroblockPrediction.trueMotion(plane, place + y * plane.stride(), 4, place - plane.stride());
                }
            }
            default -> {
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 4; x++) {
                        plane.set(place + y * plane.stride() + x, sample(mode, x, y));
                    }
                }
            }
        }
    }

    private void lookAround(Plane plane, int place, int rightAbove) {
        for (int i = 0; i < 4; i++) {
            edge[CORNER - 1 - i] = plane.get(place + i * plane.stride() - 1);
            edge[ABOVE + i] = plane.get(place - plane.stride() + i);
            edge[ABOVE + 4 + i] = plane.get(rightAbove + i);
        }
        edge[CORNER] = plane.get(place - plane.stride() - 1);
    }

    private int mean() {
        int sum = 4;
        for (int i = 0; i < 4; i++) {
            sum += edge[i] + edge[ABOVE + i];
        }
        return sum >> 3;
    }

    private int sample(IntraMode mode, int x, int y) {
        return switch (mode) {
            case VERTICAL -> three(ABOVE + x);
            case HORIZONTAL -> y == 3 ? lowest() : three(CORNER - 1 - y);
            case DOWN_RIGHT -> three(CORNER + x - y);
            case DOWN_LEFT -> x + y == 6 ? rightmost() : three(ABOVE + 1 + x + y);
            case VERTICAL_RIGHT -> verticalRight(x, y);
            case VERTICAL_LEFT -> verticalLeft(x, y);
            case HORIZONTAL_DOWN -> horizontalDown(x, y);
            default -> horizontalUp(x, y);
        };
    }

    private int verticalRight(int x, int y) {
        int along = 2 * x - y; // twice the position in the row above that the direction points at
        if (along < -1) {
            return three(CORNER + 1 + along);
        }
        return along % 2 == 0 ? two(CORNER + along / 2) : three(CORNER + (along + 1) / 2);
    }

    private int verticalLeft(int x, int y) {
        if (x == 3 && y >= 2) {
            return three(ABOVE + 3 + y); // the direction would leave the edge here; the format defines these samples
        }
        int at = ABOVE + x + y / 2;
        return y % 2 == 0 ? two(at) : three(at + 1);
    }

    private int horizontalDown(int x, int y) {
        int along = 2 * y - x; // twice the position on the left that the direction points at
        if (along < -1) {
            return three(CORNER - 1 - along);
        }
        return along % 2 == 0 ? two(CORNER - 1 - along / 2) : three(CORNER - (along + 1) / 2);
    }

    private int horizontalUp(int x, int y) {
        int along = x + 2 * y;
        if (along > 5) {
            return edge[0];
        }
        if (along == 5) {
            return lowest();
        }
        int at = CORNER - 1 - along / 2;
        return along % 2 == 0 ? two(at - 1) : three(at - 1);
    }

    /** The mean of a sample of the edge and the next one. */
    private int two(int at) {
        return edge[at] + edge[at + 1] + 1 >> 1;
    }

    /** A sample of the edge, smoothed with its two neighbours. */
    private int three(int at) {
        return smooth(edge[at - 1], edge[at], edge[at + 1]);
    }

    private int lowest() {
        return smooth(edge[1], edge[0], edge[0]);
    }

    private int rightmost() {
        return smooth(edge[EDGE - 2], edge[EDGE - 1], edge[EDGE - 1]);
    }

    private static int smooth(int before, int middle, int after) {
        return before + 2 * middle + after + 2 >> 2;
    }
}
