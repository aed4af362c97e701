package org.stylecodes.train.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeTableTest {
    private static final float[] FIRST = {0};
    private static final float[] SECOND = {0.5f};
    private static final float[] REFERENCE = {1};

    @Test
    void theOtherPictureOfAStyleIsNeverThePictureItself() {
        CodeTable codes = new CodeTable(new int[] {2}, new float[][][] {{FIRST, SECOND, REFERENCE}});
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20; i++) {
            assertSame(SECOND, codes.ofOther(0, 0, random));
            assertSame(FIRST, codes.ofOther(0, 1, random));
        }
    }

    @Test
    void referencesComeAfterThePictures() {
        CodeTable codes = new CodeTable(new int[] {2}, new float[][][] {{FIRST, SECOND, REFERENCE}});
        assertSame(REFERENCE, codes.ofReference(0, new SplittableRandom(1)));
    }

    @Test
    void aStyleWithOnlyPicturesHasNoReferences() {
        assertFalse(new CodeTable(new int[] {2}, new float[][][] {{FIRST, SECOND}}).hasReferences(0));
    }

    @Test
    void theDistributionIsThatOfAllCodes() {
        float[] low = new float[20];
        float[] high = new float[20];
        Arrays.fill(high, 1);
        CodeTable codes = new CodeTable(new int[] {1, 1}, new float[][][] {{low}, {high}});
        assertEquals(0.5, codes.distribution().mean()[3]);
        assertEquals(0.25, codes.distribution().covariance()[3][7]);
    }
}
