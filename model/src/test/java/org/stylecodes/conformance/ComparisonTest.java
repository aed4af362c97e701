package org.stylecodes.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;

class ComparisonTest {
    private final Comparison comparison = new Comparison();

    @Test
    void theComparisonClosestToItsBoundIsReported() {
        comparison.close("loose", new float[] {1, -10}, new float[] {1, -9}, 1);
        comparison.close("tight", new float[] {2, 4}, new float[] {2, 4.5f}, 0.125);
        comparison.close("equal", new float[] {2, 4}, new float[] {2, 4}, 0);
        assertEquals(new Result("case", Result.Status.PASS, 0.125, 0.125, "tight"), comparison.result("case"));
    }

    @Test
    void aNumberThatIsNaNFails() {
        comparison.close("numbers", new float[] {1, 2}, new float[] {1, Float.NaN}, 1);
        assertEquals(Result.Status.FAIL, comparison.result("case").status());
    }

    @Test
    void aDifferentCountFails() {
        comparison.close("numbers", new float[] {1, 2}, new float[] {1}, 1);
        assertEquals(Result.Status.FAIL, comparison.result("case").status());
    }

    @Test
    void unequalNumbersAreCounted() {
        comparison.equal("tokens", new long[] {1, 2, 3, 4}, new long[] {1, 2, 3, 5});
        assertEquals(new Result("case", Result.Status.FAIL, 0.25, 0, "tokens"), comparison.result("case"));
    }

    @Test
    void picturesMayDifferByLevels() {
        Picture expected = Picture.of(1, 1, new byte[] {10, (byte) 200, 0});
        comparison.levels("image", expected, Picture.of(1, 1, new byte[] {11, (byte) 199, 0}), 1);
        assertEquals(Result.Status.PASS, comparison.result("case").status());
        comparison.levels("image", expected, Picture.of(1, 1, new byte[] {11, (byte) 198, 0}), 1);
        assertEquals(new Result("case", Result.Status.FAIL, 2, 1, "image, levels"), comparison.result("case"));
    }

    @Test
    void aCaseWithNothingToCompareFails() {
        assertEquals(Result.Status.FAIL, comparison.result("case").status());
    }
}
