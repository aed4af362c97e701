package org.stylecodes;

import org.stylecodes.error.InvalidRequestException;

/**
 * A part of the steps of a picture, as fractions of all of them: step i of n, the first being 0, is within where
 * {@code start <= i/n < end}.
 *
 * @param start 0 to 1
 * @param end start to 1; equal to the start for no step at all
 */
public record Interval(double start, double end) {
    /** Every step. */
    public static final Interval ALL = new Interval(0, 1);

    /** @throws InvalidRequestException if the fractions are not 0 to 1 in order */
    public Interval {
        if (!(start >= 0 && start <= end && end <= 1)) {
            throw new InvalidRequestException("an interval of steps goes from " + start + " to " + end
                    + "; expected two fractions within 0 to 1, the smaller one first");
        }
    }

    /** Whether a step, counted from 0, is within. */
    public boolean contains(int step, int steps) {
        double fraction = (double) step / steps;
        return fraction >= start && fraction < end;
    }
}
