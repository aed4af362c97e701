package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    @Test
    void theLargestEigenvalueComesFirst() {
        List<SymmetricEigen.Pair> pairs = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        double half = Math.sqrt(0.5);
        assertEquals(3, pairs.get(0).value(), 1e-12);
        assertArrayEquals(new double[] {half, half}, pairs.get(0).vector(), 1e-12);
        assertEquals(1, pairs.get(1).value(), 1e-12);
        assertEquals(half, Math.abs(pairs.get(1).vector()[0]), 1e-12);
    }

    @Test
    void theLargestComponentIsPositive() {
        List<SymmetricEigen.Pair> pairs = SymmetricEigen.of(new double[][] {{1, -2}, {-2, 4}});
        double length = Math.sqrt(5);
        assertEquals(5, pairs.get(0).value(), 1e-12);
        assertArrayEquals(new double[] {-1 / length, 2 / length}, pairs.get(0).vector(), 1e-12);
        assertEquals(0, pairs.get(1).value(), 1e-12);
        assertArrayEquals(new double[] {2 / length, 1 / length}, pairs.get(1).vector(), 1e-12);
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        double[][] matrix = {{1, 0}, {0}};
        assertEquals(
                "row 1 of the matrix has 1 numbers; expected 2",
                assertThrows(IllegalArgumentException.class, () -> SymmetricEigen.of(matrix))
                        .getMessage());
    }
}
