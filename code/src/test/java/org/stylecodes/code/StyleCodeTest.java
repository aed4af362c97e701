package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StyleCodeTest {
    private static final String ZEROS = "A".repeat(20);
    private static final StyleCode LOWEST = StyleCode.parse(ZEROS);
    private static final StyleCode HIGHEST = StyleCode.parse("_".repeat(20));
    private static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");

    @Test
    void theLevelOfASymbolIsItsPositionInTheAlphabet() {
        assertArrayEquals(
                new int[] {17, 8, 32, 15, 63, 57, 60, 48, 26, 12, 62, 3, 49, 55, 0, 57, 34, 29, 13, 40}, CODE.levels());
    }

    @Test
    void writingIsTheReverseOfReading() {
        assertEquals("RIgP_58waM-Dx3A5idNo", CODE.toString());
    }

    @Test
    void plusAndSlashOfStandardBase64AreRead() {
        assertEquals(CODE, StyleCode.parse("RIgP/58waM+Dx3A5idNo"));
    }

    @Test
    void whiteSpaceAroundACodeIsIgnored() {
        assertEquals(CODE, StyleCode.parse(" \t\r\n\u00a0RIgP_58waM-Dx3A5idNo\u2003\n"));
    }

    @Test
    void codesAreComparedByValue() {
        StyleCode same = StyleCode.of(CODE.levels());

        assertEquals(CODE, same);
        assertEquals(CODE.hashCode(), same.hashCode());
        assertNotEquals(CODE, LOWEST);
    }

    @Test
    void codesAreOrderedByTheirLevels() {
        assertTrue(LOWEST.compareTo(CODE) < 0);
        assertTrue(HIGHEST.compareTo(CODE) > 0);
        assertEquals(0, CODE.compareTo(StyleCode.of(CODE.levels())));
    }

    @Test
    void changingReturnedLevelsDoesNotChangeTheCode() {
        CODE.levels()[0] = 1;

        assertEquals(17, CODE.level(0));
    }

    @Test
    void levelsOutOfRangeAreRefused() {
        int[] levels = new int[20];
        levels[3] = 64;

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> StyleCode.of(levels));

        assertEquals("a level is 64; expected 0 to 63", refusal.getMessage());
    }

    @Test
    void aWrongNumberOfLevelsIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> StyleCode.of(new int[19]));

        assertEquals("there are 19 levels; a code has 20", refusal.getMessage());
    }

    @Test
    void valuesGoFromMinusOneToOne() {
        assertEquals(-1, LOWEST.values()[0]);
        assertEquals(1, HIGHEST.values()[0]);
        assertEquals(2 * 17 / 63.0 - 1, CODE.values()[0]);
    }

    @Test
    void everyCodeIsTheNearestToItsOwnValues() {
        assertEquals(CODE, StyleCode.ofValues(CODE.values()));
    }

    @Test
    void theEndsOfTheRangeHaveDistanceTwo() {
        assertEquals(2, LOWEST.distance(HIGHEST));
        assertEquals(0, CODE.distance(CODE));
    }

    @Test
    void interpolationBeginsAtOneCodeAndEndsAtTheOther() {
        assertEquals(LOWEST, LOWEST.interpolate(HIGHEST, 0));
        assertEquals(HIGHEST, LOWEST.interpolate(HIGHEST, 1));
    }

    @Test
    void halfwayRoundsUp() {
        assertEquals(StyleCode.parse("g".repeat(20)), LOWEST.interpolate(HIGHEST, 0.5));
    }

    @Test
    void interpolationBeyondTheEndsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LOWEST.interpolate(HIGHEST, 1.01));
        assertThrows(IllegalArgumentException.class, () -> LOWEST.interpolate(HIGHEST, Double.NaN));
    }

    @Test
    void onlyTheProportionsOfWeightsCount() {
        for (double scale : new double[] {1e-300, 0.1, 1, 1e300}) {
            List<WeightedCode> parts = List.of(new WeightedCode(CODE, 2 * scale), new WeightedCode(HIGHEST, 5 * scale));
            assertEquals(
                    StyleCode.mix(List.of(new WeightedCode(CODE, 2), new WeightedCode(HIGHEST, 5))),
                    StyleCode.mix(parts));
        }
    }

    @Test
    void aMixOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> StyleCode.mix(List.of()));
        assertThrows(IllegalArgumentException.class, () -> StyleCode.mix(List.of(new WeightedCode(CODE, 0))));
    }

    @Test
    void negativeAndInfiniteWeightsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WeightedCode(CODE, -1));
        assertThrows(IllegalArgumentException.class, () -> new WeightedCode(CODE, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new WeightedCode(CODE, Double.NaN));
    }

    @Test
    void weightsThatSumToInfinityAreRefused() {
        WeightedCode heavy = new WeightedCode(CODE, Double.MAX_VALUE);

        assertThrows(IllegalArgumentException.class, () -> StyleCode.mix(List.of(heavy, heavy)));
    }

    @Test
    void variationAddsTheGaussianNumbersOfTheSeed() {
        assertEquals("WIeO3-8waL_A02A6fRMo", CODE.vary(0.1, 238).toString());
        assertEquals("eWbb_q___AoA8sA_TbOZ", CODE.vary(0.5, 7).toString());
    }

    @Test
    void variationByZeroGivesTheSameCode() {
        assertEquals(CODE, CODE.vary(0, 1));
    }

    @Test
    void variationByANegativeAmountIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CODE.vary(-0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> CODE.vary(Double.NaN, 1));
    }

    @Test
    void uniformCodesFollowTheSeed() {
        assertEquals("u6g-FTVMcVhdql-aYfCV", StyleCode.uniform(new Random(238)).toString());
    }

    @Test
    void aSharedCodeIsNotReadAsABareOne() {
        InvalidCodeException refusal =
                assertThrows(InvalidCodeException.class, () -> StyleCode.parse("nano1:RIgP_58waM-Dx3A5idNomo"));

        assertEquals(
                "\"nano1:RIgP_58waM-Dx3A5idNomo\" is a style code in another form; expected 20 symbols",
                refusal.getMessage());
    }
}
