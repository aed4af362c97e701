package org.stylecodes.sampler.solver;

import java.util.Arrays;
import org.stylecodes.error.InvalidRequestException;

/**
 * The timesteps at which the denoiser is called, and the noise level of the latents at each.
 *
 * @param timesteps in order, the noisiest first
 * @param levels one for each timestep, and one for the end of the run
 * @param start the standard deviation of pure noise at the start of the run
 */
record Grid(float[] timesteps, Level[] levels, float start) {

    /** Training timesteps with the noise levels of training: the grid of DDIM, DDPM and PNDM. */
    static Grid discrete(NoiseSchedule schedule, int steps, float finalAlphaBar) {
        int trained = schedule.timesteps();
        TimestepSpacing spacing = spacing(schedule, TimestepSpacing.LEADING);
        double[] at = spacing.timesteps(trained, steps, schedule.options().stepsOffset());
        float[] timesteps = new float[steps];
        Level[] levels = new Level[steps + 1];
        for (int i = 0; i < steps; i++) {
            int timestep = (int) Math.rint(at[i]);
            timesteps[i] = inRange(timestep, trained, steps);
            levels[i] = Level.ofAlphaBar(schedule.alphaBar(timestep));
        }
        levels[steps] = Level.ofAlphaBar(finalAlphaBar);
        return new Grid(timesteps, levels, 1);
    }

    /** Sigmas interpolated between training timesteps: the grid of Euler and Heun. */
    static Grid exploding(NoiseSchedule schedule, int steps, boolean karras, boolean untilZero) {
        int trained = schedule.timesteps();
        TimestepSpacing spacing = spacing(schedule, TimestepSpacing.LINSPACE);
        double[] at = spacing.timesteps(trained, steps, schedule.options().stepsOffset());
        float[] timesteps = new float[steps];
        double[] sigmas = new double[steps];
        Sigmas trainedSigmas = Sigmas.of(schedule);
        for (int i = 0; i < steps; i++) {
            timesteps[i] = inRange((float) at[i], trained, steps);
            sigmas[i] = trainedSigmas.at(timesteps[i]);
        }
        if (karras) {
            sigmas = Sigmas.karras(sigmas[0], sigmas[steps - 1], steps);
            for (int i = 0; i < steps; i++) {
                timesteps[i] = (float) trainedSigmas.timestep(sigmas[i]);
            }
        }
        float last = untilZero ? 0 : trainedSigmas.smallest();
        Level[] levels = levels(sigmas, last, Level::exploding);
        // diffusers includes the variance of the clean picture only for leading spacing.
        boolean leading = spacing == TimestepSpacing.LEADING;
        return new Grid(timesteps, levels, leading ? levels[0].scale() : levels[0].noise());
    }

    /** Whole timesteps that stop one interval before the clean end: the grid of DPM-Solver and UniPC. */
    static Grid preserving(NoiseSchedule schedule, int steps, boolean karras) {
        Sigmas trainedSigmas = Sigmas.of(schedule);
        float[] timesteps = new float[steps];
        double[] sigmas = new double[steps];
        if (karras) {
            sigmas = Sigmas.karras(trainedSigmas.largest(), trainedSigmas.smallest(), steps);
            for (int i = 0; i < steps; i++) {
                timesteps[i] = (float) Math.rint(trainedSigmas.timestep(sigmas[i]));
            }
        } else {
            double[] at = withoutLastInterval(schedule, steps);
            for (int i = 0; i < steps; i++) {
                timesteps[i] = inRange((float) Math.rint(at[i]), schedule.timesteps(), steps);
                sigmas[i] = trainedSigmas.at(timesteps[i]);
            }
        }
        float last = schedule.options().finalSigmaZero() ? 0 : trainedSigmas.smallest();
        return new Grid(timesteps, levels(sigmas, last, Level::preserving), 1);
    }

    /** Timesteps that leave out the last interval before the clean end. Trailing spacing leaves it out anyway. */
    private static double[] withoutLastInterval(NoiseSchedule schedule, int steps) {
        TimestepSpacing spacing = spacing(schedule, TimestepSpacing.LINSPACE);
        int count = spacing == TimestepSpacing.TRAILING ? steps : steps + 1;
        return spacing.timesteps(schedule.timesteps(), count, schedule.options().stepsOffset());
    }

    /** The grid without its first {@code first} steps. */
    Grid from(int first) {
        return new Grid(
                Arrays.copyOfRange(timesteps, first, timesteps.length),
                Arrays.copyOfRange(levels, first, levels.length),
                start);
    }

    /** The grid with its second step repeated, because PNDM corrects its first step. */
    Grid secondTwice() {
        return repeated(timesteps.length < 2 ? 0 : 1);
    }

    /** The grid with every step except the first repeated, because Heun corrects every step except the last. */
    Grid allButFirstTwice() {
        return repeated(timesteps.length - 1);
    }

    private Grid repeated(int count) {
        int[] order = new int[levels.length + count];
        for (int i = 0; i < order.length; i++) {
            order[i] = i <= 2 * count ? (i + 1) / 2 : i - count;
        }
        float[] times = new float[order.length - 1];
        Level[] noise = new Level[order.length];
        for (int i = 0; i < order.length; i++) {
            noise[i] = levels[order[i]];
        }
        for (int i = 0; i < times.length; i++) {
            times[i] = timesteps[order[i]];
        }
        return new Grid(times, noise, start);
    }

    private static TimestepSpacing spacing(NoiseSchedule schedule, TimestepSpacing absent) {
        TimestepSpacing given = schedule.options().spacing();
        return given == null ? absent : given;
    }

    private static Level[] levels(double[] sigmas, float last, LevelOfSigma level) {
        Level[] levels = new Level[sigmas.length + 1];
        for (int i = 0; i < sigmas.length; i++) {
            levels[i] = level.of((float) sigmas[i]);
        }
        levels[sigmas.length] = level.of(last);
        return levels;
    }

    private static float inRange(float timestep, int trained, int steps) {
        if (timestep > trained - 1) {
            throw new InvalidRequestException(
                    "with the schedule's steps_offset, " + steps + " steps would start at timestep " + timestep
                            + ", but the last timestep of training is " + (trained - 1) + "; use fewer steps");
        }
        return timestep;
    }

    private interface LevelOfSigma {
        Level of(float sigma);
    }
}
