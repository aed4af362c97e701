package org.stylecodes.sampler.solver;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How the timesteps of a run are chosen from those of training (Lin et al. 2024, table 2). */
public enum TimestepSpacing {
    /** Steps of a whole number from the clean end. The noisiest timestep is left out. */
    LEADING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            int stride = trained / steps;
            return descending(steps, i -> (double) i * stride + offset);
        }
    },
    /** Evenly spaced from the first to the last timestep, both included. Timesteps may be fractions. */
    LINSPACE {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            double stride = (trained - 1) / (double) (steps - 1);
            return descending(steps, i -> i == 0 ? 0 : i == steps - 1 ? trained - 1 : i * stride);
        }
    },
    /** Even steps from the noisiest timestep, which is included. */
    TRAILING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            // The stride is rounded as in numpy.arange, which decides how halves are rounded below.
            double stride = trained - (trained - trained / (double) steps);
            return IntStream.range(0, steps)
                    .mapToDouble(i -> Math.rint(trained - i * stride) - 1)
                    .toArray();
        }
    };

    /**
     * The timesteps of a run, the noisiest first.
     *
     * @param trained the number of training timesteps
     * @param steps the number of timesteps to return, 1 to {@code trained}
     * @param offset the number that {@link #LEADING} adds to each
     */
    abstract double[] timesteps(int trained, int steps, int offset);

    private static double[] descending(int steps, IntToDoubleFunction timestep) {
        return IntStream.range(0, steps)
                .mapToDouble(i -> timestep.applyAsDouble(steps - 1 - i))
                .toArray();
    }
}
