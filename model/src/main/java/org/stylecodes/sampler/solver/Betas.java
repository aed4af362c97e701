package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.sqrt;

import java.util.List;
import org.stylecodes.format.Config;

/**
 * Betas, the noise variance that each training timestep adds, and their cumulative products. Everything is float32 with PyTorch's
 * rounding, because sigmas near the clean end depend on the last bit.
 */
final class Betas {
    private static final double MAX_COSINE_BETA = 0.999;

    private Betas() {}

    /** The betas that a scheduler's configuration describes. */
    static float[] of(Config config) {
        int count = config.positive("num_train_timesteps", 1000);
        double start = config.number("beta_start", 0.0001);
        double end = config.number("beta_end", 0.02);
        String schedule = config.text("beta_schedule", "linear");
        float[] betas;
        if (config.has("trained_betas")) {
            betas = trained(config, count);
        } else {
            betas = switch (schedule) {
                case "linear" -> linspace(start, end, count);
                case "scaled_linear" -> squared(linspace(Math.sqrt(start), Math.sqrt(end), count));
                case "squaredcos_cap_v2" -> cosine(count);
                default ->
                    throw config.unsupported(
                            "beta_schedule",
                            "is \"" + schedule + "\", supported: linear, scaled_linear, squaredcos_cap_v2");
            };
        }
        for (float beta : betas) {
            if (!(beta >= 0 && beta <= 1)) {
                throw config.refused("beta_schedule", "gives a beta of " + beta + ", expected 0 to 1");
            }
        }
        return config.flag("rescale_betas_zero_snr", false) ? zeroTerminalSnr(betas) : betas;
    }

    /** The part of the variance that is still signal after each timestep: the cumulative product of 1 - beta. */
    static float[] alphaBars(float[] betas) {
        float[] alphaBars = new float[betas.length];
        double product = 1;
        for (int i = 0; i < alphaBars.length; i++) {
            product *= 1 - betas[i];
            alphaBars[i] = (float) product;
        }
        return alphaBars;
    }

    private static float[] trained(Config config, int count) {
        List<Double> given = config.numbers("trained_betas");
        if (given.size() != count) {
            throw config.refused(
                    "trained_betas", "has " + given.size() + " entries, but num_train_timesteps is " + count);
        }
        float[] betas = new float[count];
        for (int i = 0; i < count; i++) {
            betas[i] = given.get(i).floatValue();
        }
        return betas;
    }

    /** PyTorch's linspace: counts from the nearer end, with a fused multiply-add. */
    private static float[] linspace(double start, double end, int count) {
        float first = (float) start;
        float last = (float) end;
        float step = (last - first) / (count - 1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i < count / 2 ? Math.fma(step, i, first) : Math.fma(-step, count - 1 - i, last);
        }
        return values;
    }

    private static float[] squared(float[] values) {
        float[] squares = values.clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= values[i];
        }
        return squares;
    }

    /** Nichol and Dhariwal 2021, eq. 17. */
    private static float[] cosine(int count) {
        float[] betas = new float[count];
        for (int i = 0; i < count; i++) {
            double ratio = cosineAlphaBar((i + 1) / (double) count) / cosineAlphaBar(i / (double) count);
            betas[i] = (float) Math.min(1 - ratio, MAX_COSINE_BETA);
        }
        return betas;
    }

    private static double cosineAlphaBar(double time) {
        double cosine = Math.cos((time + 0.008) / 1.008 * Math.PI / 2);
        return cosine * cosine;
    }

    /** Shifts and scales the signal so that none is left at the last timestep (Lin et al. 2024, algorithm 1). */
    private static float[] zeroTerminalSnr(float[] betas) {
        float[] signal = alphaBars(betas);
        for (int i = 0; i < signal.length; i++) {
            signal[i] = sqrt(signal[i]);
        }
        float first = signal[0];
        float last = signal[signal.length - 1];
        float scale = first / (first - last);
        float[] rescaled = new float[betas.length];
        float previous = 1;
        for (int i = 0; i < rescaled.length; i++) {
            float shifted = (signal[i] - last) * scale;
            float alphaBar = shifted * shifted;
            rescaled[i] = 1 - alphaBar / previous;
            previous = alphaBar;
        }
        return rescaled;
    }
}
