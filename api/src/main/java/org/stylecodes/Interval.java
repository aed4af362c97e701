package org.stylecodes;

import org.stylecodes.error.InvalidRequestException;

/**
 * A range of the steps of a picture, as fractions of all steps. Step i of n, counted from 0, is in the range if
 * {@code start <= i/n < end}.
 *
 * @param start 0 to 1
 * @param end {@code start} to 1; equal to {@code start} for no step at all
 */
public record Interval(double start, double end) {
    /** Every step. */
    public static final Interval ALL = new Interval(0, 1);

    /**
     * Checks the fractions.
     *
     * @throws InvalidRequestException if the fractions are not in order and from 0 to 1
     */
    public Interval {
        if (!(start >= 0 && start <= end && end <= 1)) {
            throw new InvalidRequestException("an interval of steps goes from " + start + " to " + end
                    + "; expected two fractions from 0 to 1, the smaller one first");
        }
    }

    /** Tells whether a step, counted from 0, is in the range. */
    public boolean contains(int step, int steps) {
        double fraction = (double) step / steps;
        return fraction >= start && fraction < end;
    }
}
