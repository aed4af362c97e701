package org.stylecodes.studio.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.code.StyleCode;

class StyleMapTest {
    private static final int VALUES = 20;
    private final StyleMap map = StyleMap.of(spread());

    @Test
    void theMeanLiesInTheMiddle() {
        StyleMap middle = StyleMap.of(CodeDistribution.of(values(0).values(), spread().covariance()));
        assertEquals(new StyleMap.Place(0.5, 0.5), middle.place(values(0)));
    }

    @Test
    void theWidestDirectionRunsAlongX() {
        assertTrue(map.place(with(3, 63)).x() > 0.9);
        assertTrue(map.place(with(3, 0)).x() < 0.1);
        assertEquals(map.place(with(3, 0)).y(), map.place(with(3, 63)).y(), 1e-4);
    }

    @Test
    void theNextWidestRunsAlongY() {
        assertTrue(map.place(with(7, 63)).y() > 0.9);
        assertEquals(map.place(with(7, 0)).x(), map.place(with(7, 63)).x(), 1e-4);
    }

    /** A distribution that is wide in value 3, less wide in value 7, and narrow in all others. */
    private static CodeDistribution spread() {
        double[][] covariance = new double[VALUES][VALUES];
        for (int i = 0; i < VALUES; i++) {
            covariance[i][i] = i == 3 ? 0.16 : i == 7 ? 0.09 : 0.01;
        }
        return CodeDistribution.of(new double[VALUES], covariance);
    }

    private static StyleCode values(double value) {
        double[] values = new double[VALUES];
        Arrays.fill(values, value);
        return StyleCode.ofValues(values);
    }

    private static StyleCode with(int index, int level) {
        int[] levels = values(0).levels();
        levels[index] = level;
        return StyleCode.of(levels);
    }
}
