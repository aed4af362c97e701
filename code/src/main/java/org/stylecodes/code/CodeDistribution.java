package org.stylecodes.code;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How the codes of a model are spread: mean and covariance of their 20 values over the pictures of its training. Codes
 * drawn from it look like styles. Immutable and safe to share between threads.
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
     * The normal distribution of a mean and a covariance.
     *
     * @param mean of the 20 values, -1 to 1
     * @param covariance of the 20 values, 20 by 20, symmetric and positive semidefinite
     * @throws IllegalArgumentException if the sizes are others, a number is not finite or the covariance is none
     */
    public static CodeDistribution of(double[] mean, double[][] covariance) {
        boolean square = covariance.length == StyleCode.LENGTH
                && Arrays.stream(covariance).allMatch(row -> row.length == StyleCode.LENGTH);
        if (mean.length != StyleCode.LENGTH || !square) {
            throw new IllegalArgumentException("the distribution of codes has a mean of " + mean.length
                    + " values and a covariance of " + covariance.length + " rows; expected 20 values and 20 by 20");
        }
        if (!Arrays.stream(mean).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the mean of codes is " + Arrays.toString(mean) + "; expected numbers");
        }
        return new CodeDistribution(mean.clone(), copy(covariance));
    }

    /**
     * The distribution of given codes: their mean, and the covariance about it (divided by their number).
     *
     * @throws IllegalArgumentException if there are none
     */
    public static CodeDistribution of(List<StyleCode> codes) {
        return ofValues(codes.stream().map(StyleCode::values).toList());
    }

    /**
     * The distribution of the values of codes.
     *
     * @param codes 20 values each, which need not be those of levels
     * @throws IllegalArgumentException if there are none, or one has another number of values
     */
    public static CodeDistribution ofValues(List<double[]> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("no codes were given; their distribution needs at least one");
        }
        double[] mean = new double[StyleCode.LENGTH];
        double[][] covariance = new double[StyleCode.LENGTH][StyleCode.LENGTH];
        for (double[] code : codes) {
            if (code.length != StyleCode.LENGTH) {
                throw new IllegalArgumentException(
                        "a code has " + code.length + " values; expected " + StyleCode.LENGTH);
            }
            for (int i = 0; i < mean.length; i++) {
                mean[i] += code[i] / codes.size();
            }
        }
        for (double[] code : codes) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (code[i] - mean[i]) * (code[j] - mean[j]) / codes.size();
                }
            }
        }
        return of(mean, covariance);
    }

    /** A code from this distribution: the mean plus the Cholesky factor times 20 normal numbers, requantized. */
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

    /** As {@link #draw(Random)} with the generator of a seed: the same seed gives the same code. */
    public StyleCode draw(long seed) {
        return draw(new Random(seed));
    }

    /** The mean of the 20 values; a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** The covariance of the 20 values, 20 by 20; a copy. */
    public double[][] covariance() {
        return copy(covariance);
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
