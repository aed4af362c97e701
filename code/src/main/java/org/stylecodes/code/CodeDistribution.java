package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The normal distribution of a model's codes: the mean and covariance of their 20 values over the training pictures. Codes drawn
 * from it are styles that the model can draw. Immutable and thread-safe.
 */
public final class CodeDistribution {
    private final double[] mean;
    private final double[][] covariance;
    private final double[][] factor;

    private CodeDistribution(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.covariance = covariance;
        this.factor = Cholesky.factor(covariance);
    }

    /**
     * Creates the normal distribution with the given mean and covariance.
     *
     * @param mean the mean of the 20 values, each -1 to 1
     * @param covariance the covariance of the 20 values, 20 by 20, symmetric and positive semidefinite
     * @throws IllegalArgumentException if a size is wrong, a number is not finite, or the matrix is not a covariance
     */
    public static CodeDistribution of(double[] mean, double[][] covariance) {
        boolean square = covariance.length == StyleCode.LENGTH
                && Arrays.stream(covariance).allMatch(row -> row.length == StyleCode.LENGTH);
        if (mean.length != StyleCode.LENGTH || !square) {
            throw new IllegalArgumentException("the distribution of codes has a mean of " + mean.length
                    + " values and a covariance of " + covariance.length + " rows; expected 20 values and 20 by 20");
        }
        if (!Arrays.stream(mean).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "the mean of codes is " + Arrays.toString(mean) + "; expected finite numbers");
        }
        return new CodeDistribution(mean.clone(), copy(covariance));
    }

    /**
     * Estimates the distribution of the given codes from their mean and their covariance, which is divided by the number of codes.
     *
     * @throws IllegalArgumentException if there are no codes
     */
    public static CodeDistribution of(List<StyleCode> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("no codes were given; their distribution needs at least one");
        }
        double[] mean = new double[StyleCode.LENGTH];
        for (StyleCode code : codes) {
            double[] values = code.values();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += values[i] / codes.size();
            }
        }
        double[][] covariance = new double[StyleCode.LENGTH][StyleCode.LENGTH];
        for (StyleCode code : codes) {
            double[] values = code.values();
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (values[i] - mean[i]) * (values[j] - mean[j]) / codes.size();
                }
            }
        }
        return new CodeDistribution(mean, covariance);
    }

    /** Draws a code: the mean plus the Cholesky factor times the next 20 Gaussian numbers of a generator, rounded to levels. */
    public StyleCode draw(Random random) {
        double[] normal = new double[StyleCode.LENGTH];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        double[] values = mean.clone();
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                values[i] += factor[i][j] * normal[j];
            }
        }
        return StyleCode.ofValues(values);
    }

    /** Draws a code from a seed. The same seed gives the same code. */
    public StyleCode draw(long seed) {
        return draw(new Random(seed));
    }

    /** Returns a copy of the mean of the 20 values. */
    public double[] mean() {
        return mean.clone();
    }

    /** Returns a copy of the covariance of the 20 values, 20 by 20. */
    public double[][] covariance() {
        return copy(covariance);
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
