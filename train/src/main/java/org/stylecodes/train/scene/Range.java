package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** Numbers from {@code low} to {@code high}. */
record Range(double low, double high) {
    static Range of(double low, double high) {
        return new Range(low, high);
    }

    double draw(SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }
}
