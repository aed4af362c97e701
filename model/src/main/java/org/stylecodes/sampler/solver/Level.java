package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.log;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;

/**
 * How noisy latents are: signal * clean + noise * standard normal numbers.
 *
 * @param signal the factor of the clean latents
 * @param noise the standard deviation of the noise, often called sigma
 * @param scale what noisy latents are divided by before a denoiser sees them, so that it always sees a variance of 1
 */
record Level(float signal, float noise, float scale) {

    /** Where the variance stays at 1, given the part of it that is signal. */
    static Level ofAlphaBar(float alphaBar) {
        return new Level(sqrt(alphaBar), sqrt(1 - alphaBar), 1);
    }

    /** Where the variance stays at 1, given the ratio of noise to signal. */
    static Level preserving(float sigma) {
        float signal = 1 / sqrt(sigma * sigma + 1);
        return new Level(signal, sigma * signal, 1);
    }

    /** Where the signal stays as it is and noise is added on top (Karras et al. 2022). */
    static Level exploding(float sigma) {
        return new Level(1, sigma, sqrt(sigma * sigma + 1));
    }

    /** The ratio of noise to signal. */
    float sigma() {
        return noise / signal;
    }

    /** Half the logarithm of the signal-to-noise ratio, often called lambda; infinite without noise. */
    float logSnr() {
        return log(signal) - log(noise);
    }
}
