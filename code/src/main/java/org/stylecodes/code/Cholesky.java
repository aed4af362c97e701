package org.stylecodes.code;

/**
 * The Cholesky decomposition A = L L^T of a symmetric positive semidefinite matrix. A direction without variance, such as a value
 * that is the same in all codes, gets a column of zeros.
 */
final class Cholesky {
    /** Variances below this share of the largest one count as 0, because covariances come from files with rounded numbers. */
    private static final double TOLERANCE = 1e-6;

    private Cholesky() {}

    /** Computes the lower triangular factor L. */
    static double[][] factor(double[][] matrix) {
        double tolerance = TOLERANCE * largestVariance(matrix);
        requireSymmetric(matrix, tolerance);
        double[][] factor = new double[matrix.length][matrix.length];
        for (int column = 0; column < matrix.length; column++) {
            double variance = remainder(matrix, factor, column, column);
            require(variance >= -tolerance, column);
            boolean fixed = variance <= tolerance;
            factor[column][column] = fixed ? 0 : Math.sqrt(variance);
            for (int row = column + 1; row < matrix.length; row++) {
                double covariance = remainder(matrix, factor, row, column);
                if (fixed) {
                    require(covariance * covariance <= tolerance * largestVariance(matrix), column);
                } else {
                    factor[row][column] = covariance / factor[column][column];
                }
            }
        }
        return factor;
    }

    /** The part of an entry that the columns computed so far do not explain. */
    private static double remainder(double[][] matrix, double[][] factor, int row, int column) {
        double remainder = matrix[row][column];
        for (int k = 0; k < column; k++) {
            remainder -= factor[row][k] * factor[column][k];
        }
        return remainder;
    }

    private static double largestVariance(double[][] matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            largest = Math.max(largest, matrix[i][i]);
        }
        return largest;
    }

    private static void require(boolean semidefinite, int column) {
        if (!semidefinite) {
            throw new IllegalArgumentException("the covariance of codes is not positive semidefinite at value "
                    + (column + 1) + ", but every covariance is; compute it again from codes");
        }
    }

    private static void requireSymmetric(double[][] matrix, double tolerance) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double entry = matrix[row][column];
                double mirrored = matrix[column][row];
                if (!(Math.abs(entry - mirrored) <= tolerance)) {
                    throw new IllegalArgumentException(
                            "the covariance of codes is %s at (%d, %d) but %s at the mirrored place; "
                                            .formatted(entry, row, column, mirrored)
                                    + "expected a symmetric matrix of finite numbers");
                }
            }
        }
    }
}
