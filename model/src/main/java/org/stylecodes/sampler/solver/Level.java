package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.log;
import static org.stylecodes.sampler.solver.Arithmetic.sqrt;

/**
 * A noise level: noisy latents are signal * clean + noise * standard normal noise.
 *
 * @param signal the factor of the clean latents
 * @param noise the standard deviation of the noise, often called sigma
 * @param scale the divisor of noisy latents before the denoiser reads them, so that it always reads a variance of 1
 */
record Level(float signal, float noise, float scale) {

    /** A variance-preserving level, from the part of the variance that is signal. */
    static Level ofAlphaBar(float alphaBar) {
        return new Level(sqrt(alphaBar), sqrt(1 - alphaBar), 1);
    }

    /** A variance-preserving level, from the ratio of noise to signal. */
    static Level preserving(float sigma) {
        float signal = 1 / sqrt(sigma * sigma + 1);
        return new Level(signal, sigma * signal, 1);
    }

    /** A variance-exploding level, where noise is added to the unscaled signal (Karras et al. 2022). */
    static Level exploding(float sigma) {
        return new Level(1, sigma, sqrt(sigma * sigma + 1));
    }

    /** The ratio of noise to signal. */
    float sigma() {
        return noise / signal;
    }

    /** Half the logarithm of the signal-to-noise ratio, often called lambda. Infinite without noise. */
    float logSnr() {
        return log(signal) - log(noise);
    }
}
