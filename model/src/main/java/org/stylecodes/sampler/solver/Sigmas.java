package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.log;

/**
 * The ratio of noise to signal at every training timestep, and the inverse: the timestep of a ratio.
 *
 * @param values one for each timestep, increasing
 */
record Sigmas(float[] values) {
    private static final double KARRAS_RHO = 7;

    static Sigmas of(NoiseSchedule schedule) {
        float[] values = new float[schedule.timesteps()];
        for (int i = 0; i < values.length; i++) {
            values[i] = schedule.sigma(i);
        }
        return new Sigmas(values);
    }

    /** Sigmas whose 7th roots are evenly spaced, so that more of them are small (Karras et al. 2022, eq. 5). */
    static double[] karras(double largest, double smallest, int count) {
        double high = Math.pow(largest, 1 / KARRAS_RHO);
        double low = Math.pow(smallest, 1 / KARRAS_RHO);
        double[] sigmas = new double[count];
        for (int i = 0; i < count; i++) {
            double ramp = count == 1 ? 0 : i == count - 1 ? 1 : i * (1.0 / (count - 1));
            sigmas[i] = Math.pow(high + ramp * (low - high), KARRAS_RHO);
        }
        return sigmas;
    }

    float smallest() {
        return values[0];
    }

    float largest() {
        return values[values.length - 1];
    }

    /** The sigma at a timestep, interpolated linearly between whole timesteps. */
    double at(double timestep) {
        int below = (int) timestep;
        if (below == timestep) {
            return values[below];
        }
        double slope = (double) values[below + 1] - values[below];
        return slope * (timestep - below) + values[below];
    }

    /** The timestep of a sigma, interpolated linearly in the logarithm of sigma. */
    double timestep(double sigma) {
        double logSigma = Math.log(sigma);
        int below = 0;
        while (below < values.length - 2 && log(values[below + 1]) <= logSigma) {
            below++;
        }
        float low = log(values[below]);
        float high = log(values[below + 1]);
        double weight = Math.max(0, Math.min(1, (low - logSigma) / (low - high)));
        return (1 - weight) * below + weight * (below + 1);
    }
}
