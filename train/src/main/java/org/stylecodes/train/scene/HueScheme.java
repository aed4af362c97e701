package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** How the hues of a palette lie to each other: offsets in degrees for sky, ground, main, secondary and accent. */
enum HueScheme {
    ANALOGOUS(20, 0, 0, 0, 0, 0),
    COMPLEMENTARY(15, 0, 20, 180, 200, 160),
    CONTRASTED_OBJECT(15, 0, 0, 180, 180, 0),
    TRIADIC(15, 0, 120, 240, 0, 120),
    SPLIT(15, 0, 30, 150, 210, 60),
    INDEPENDENT(180, 0, 0, 0, 0, 0);

    private final double spread;
    private final double[] offsets;

    HueScheme(double spread, double... offsets) {
        this.spread = spread;
        this.offsets = offsets;
    }

    static HueScheme draw(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }

    /** Five hues in degrees around a base hue. */
    double[] hues(double base, SplittableRandom random) {
        double[] hues = new double[offsets.length];
        for (int i = 0; i < hues.length; i++) {
            hues[i] = base + offsets[i] + spread * (2 * random.nextDouble() - 1);
        }
        return hues;
    }
}
