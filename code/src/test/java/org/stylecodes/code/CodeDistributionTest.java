package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeDistributionTest {
    private static final int SIZE = StyleCode.LENGTH;

    @Test
    void codesAreDrawnFromTheNormalNumbersOfTheSeed() {
        CodeDistribution distribution = CodeDistribution.of(rising(), covariance(0.04, 0.02));

        assertEquals("bXVYOidefgndqnnsocsv", distribution.draw(238).toString());
        assertEquals("VZWchZhmuigksnqxrwyv", distribution.draw(7).toString());
    }

    @Test
    void withoutVarianceEveryCodeIsTheMean() {
        CodeDistribution distribution = CodeDistribution.of(rising(), covariance(0, 0));

        assertEquals(StyleCode.ofValues(rising()), distribution.draw(1));
    }

    @Test
    void valuesThatVaryTogetherAreDrawnTogether() {
        StyleCode code =
                CodeDistribution.of(new double[SIZE], covariance(0.09, 0.09)).draw(1);

        assertEquals(1, IntStream.of(code.levels()).distinct().count());
    }

    @Test
    void manyDrawsHaveTheMeanAndCovarianceAskedFor() {
        double[] mean = rising();
        double[][] covariance = covariance(0.04, 0.02);
        CodeDistribution distribution = CodeDistribution.of(mean, covariance);
        Random random = new Random(1);

        CodeDistribution drawn = CodeDistribution.of(
                Stream.generate(() -> distribution.draw(random)).limit(50_000).toList());

        assertArrayEquals(mean, drawn.mean(), 0.01);
        for (int row = 0; row < SIZE; row++) {
            assertArrayEquals(covariance[row], drawn.covariance()[row], 0.003);
        }
    }

    @Test
    void theMeanOfTwoCodesIsTheirMiddle() {
        StyleCode lowest = StyleCode.parse("A".repeat(SIZE));
        StyleCode highest = StyleCode.parse("_".repeat(SIZE));

        CodeDistribution distribution = CodeDistribution.of(List.of(lowest, highest));

        assertArrayEquals(new double[SIZE], distribution.mean());
        assertEquals(1, distribution.covariance()[0][19]);
    }

    @Test
    void noCodesHaveNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(List.of()));
    }

    @Test
    void anAsymmetricCovarianceIsRefused() {
        double[][] covariance = covariance(0.04, 0.02);
        covariance[1][0] = 0.03;

        assertRefused(covariance, "the covariance of codes is 0.03 at (1, 0) but 0.02 at the mirrored place");
    }

    @Test
    void aCovarianceBeyondTheVarianceIsRefused() {
        assertRefused(covariance(0.04, 0.05), "the covariance of codes is not positive semidefinite at value 2");
    }

    @Test
    void aCovarianceOfAValueWithoutVarianceIsRefused() {
        double[][] covariance = covariance(0.04, 0.02);
        covariance[0][0] = 0;

        assertRefused(covariance, "the covariance of codes is not positive semidefinite at value 1");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        double[] mean = rising();
        mean[4] = Double.NaN;
        double[][] covariance = covariance(0.04, Double.NaN);

        assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(mean, covariance(0.04, 0)));
        assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(rising(), covariance));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(new double[19], covariance(1, 0)));
        assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(rising(), new double[SIZE][19]));
    }

    private static void assertRefused(double[][] covariance, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> CodeDistribution.of(rising(), covariance));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    private static double[] rising() {
        return IntStream.range(0, SIZE).mapToDouble(i -> i / 20.0 - 0.5).toArray();
    }

    private static double[][] covariance(double variance, double between) {
        double[][] covariance = new double[SIZE][SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                covariance[row][column] = row == column ? variance : between;
            }
        }
        return covariance;
    }
}
