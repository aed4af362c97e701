package org.stylecodes.train.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A measured fraction of pictures, 0..1, with its confidence interval, and with the floor and ceiling to compare it with.
 *
 * @param value hits divided by count
 * @param low lower end of the 95 % confidence interval (Wilson 1927), assuming that pictures are independent
 * @param high upper end of that interval
 * @param count the number of pictures
 * @param floor what a model without any knowledge reaches, or null for a fraction that is best when small
 * @param ceiling what real pictures reach, or null for a fraction that is best when small
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Proportion(
        double value,
        double low,
        double high,
        int count,
        @Nullable Double floor,
        @Nullable Double ceiling) {
    private static final double DEVIATIONS = 1.96;

    static Proportion of(int hits, int count, double floor, double ceiling) {
        Proportion share = of(hits, count);
        return new Proportion(share.value, share.low, share.high, count, floor, ceiling);
    }

    /** A proportion without floor and ceiling. */
    static Proportion of(int hits, int count) {
        double value = hits / (double) count;
        double square = DEVIATIONS * DEVIATIONS;
        double middle = (value + square / (2 * count)) / (1 + square / count);
        double half = DEVIATIONS
                * Math.sqrt(value * (1 - value) / count + square / (4.0 * count * count))
                / (1 + square / count);
        return new Proportion(value, Math.max(0, middle - half), Math.min(1, middle + half), count, null, null);
    }
}
