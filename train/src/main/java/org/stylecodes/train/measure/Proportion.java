package org.stylecodes.train.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often something was so, with what can be said about it from so few pictures, and between which bounds it lies. Shares
 * are 0..1.
 *
 * @param value hits by count
 * @param low lower end of the interval that holds the true share with 95 % confidence (Wilson 1927), if pictures are independent
 * @param high its upper end
 * @param count pictures looked at
 * @param floor what a model that knows nothing would reach, or null for a share that is best when small, which has no such bounds
 * @param ceiling what real pictures reach, or null likewise
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

    /** One without floor and ceiling. */
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
