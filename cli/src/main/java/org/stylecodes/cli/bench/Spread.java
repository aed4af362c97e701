package org.stylecodes.cli.bench;

import java.util.List;

/**
 * How long something took that was measured several times, in seconds.
 *
 * @param median the middle one, or the mean of the two in the middle
 */
record Spread(double median, double least, double most) {
    static Spread of(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        int last = sorted.size() - 1;
        return new Spread((sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2, sorted.get(0), sorted.get(last));
    }
}
