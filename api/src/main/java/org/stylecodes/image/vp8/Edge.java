package org.stylecodes.image.vp8;

/**
 * The samples on a line across an edge: p3 p2 p1 p0 | q0 q1 q2 q3 (RFC 6386, sections 15.2 and 15.3).
 *
 * @param place the index of q0 in the plane
 * @param across the distance from one of these samples to the next in the plane
 */
record Edge(Plane plane, int place, int across) {
    private int sample(int index) {
        return plane.get(place + index * across);
    }

    private void change(int index, int amount) {
        int at = place + index * across;
        plane.set(at, plane.get(at) + amount);
    }

    /** The height of the step at the edge. */
    int step() {
        return 4 * Math.abs(sample(-1) - sample(0)) + Math.abs(sample(-2) - sample(1));
    }

    /** Whether all steps beside the edge are within a limit. */
    boolean isCalm(int limit) {
        return isCalm(-4, limit)
                && isCalm(-3, limit)
                && isCalm(-2, limit)
                && isCalm(0, limit)
                && isCalm(1, limit)
                && isCalm(2, limit);
    }

    private boolean isCalm(int index, int limit) {
        return Math.abs(sample(index) - sample(index + 1)) <= limit;
    }

    /** Whether a step directly beside the edge is above a limit. */
    boolean varies(int limit) {
        return !isCalm(-2, limit) || !isCalm(0, limit);
    }

    /** Smooths p0 and q0. */
    void smoothTwo() {
        int step = 3 * (sample(0) - sample(-1)) + signedByte(sample(-2) - sample(1));
        change(-1, eighth(step + 3));
        change(0, -eighth(step + 4));
    }

    /** Smooths p1 to q1. */
    void smoothFour() {
        int step = 3 * (sample(0) - sample(-1));
        int right = eighth(step + 4);
        int left = eighth(step + 3);
        int outer = right + 1 >> 1;
        change(-2, outer);
        change(-1, left);
        change(0, -right);
        change(1, -outer);
    }

    /** Smooths p2 to q2. */
    void smoothSix() {
        int step = signedByte(3 * (sample(0) - sample(-1)) + signedByte(sample(-2) - sample(1)));
        int near = 27 * step + 63 >> 7;
        int middle = 18 * step + 63 >> 7;
        int far = 9 * step + 63 >> 7;
        change(-3, far);
        change(-2, middle);
        change(-1, near);
        change(0, -near);
        change(1, -middle);
        change(2, -far);
    }

    /** Divides by 8 and limits the result to -16..15. */
    private static int eighth(int value) {
        return Math.max(-16, Math.min(15, value >> 3));
    }

    private static int signedByte(int value) {
        return Math.max(-128, Math.min(127, value));
    }
}
