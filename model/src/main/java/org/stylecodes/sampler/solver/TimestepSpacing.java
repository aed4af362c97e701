package org.stylecodes.sampler.solver;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How the timesteps of a run lie among those of training (Lin et al. 2024, table 2). */
public enum TimestepSpacing {
    /** Whole steps from the clean end; the noisiest timestep is left out. */
    LEADING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            int stride = trained / steps;
            return descending(steps, i -> (double) i * stride + offset);
        }
    },
    /** Evenly from the first to the last timestep, both included; fractions may arise. */
    LINSPACE {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            double stride = (trained - 1) / (double) (steps - 1);
            return descending(steps, i -> i == 0 ? 0 : i == steps - 1 ? trained - 1 : i * stride);
        }
    },
    /** Even steps from the noisy end, which is included. */
    TRAILING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            // The step is rounded as numpy.arange rounds it, which decides where halves fall.
            double stride = trained - (trained - trained / (double) steps);
            return IntStream.range(0, steps)
                    .mapToDouble(i -> Math.rint(trained - i * stride) - 1)
                    .toArray();
        }
    };

    /**
     * Timesteps from the noisiest on.
     *
     * @param trained the number of timesteps in training
     * @param steps how many to give, at least 1 and at most {@code trained}
     * @param offset what {@link #LEADING} adds to each
     */
    abstract double[] timesteps(int trained, int steps, int offset);

    private static double[] descending(int steps, IntToDoubleFunction timestep) {
        return IntStream.range(0, steps)
                .mapToDouble(i -> timestep.applyAsDouble(steps - 1 - i))
                .toArray();
    }
}
