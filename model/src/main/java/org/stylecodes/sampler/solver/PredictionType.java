package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.scaled;
import static org.stylecodes.sampler.solver.Arithmetic.weighted;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What a denoiser was trained to predict from noisy latents. */
public enum PredictionType {
    /** The noise (Ho et al. 2020). */
    EPSILON,
    /** The velocity, signal * noise - deviation * clean (Salimans and Ho 2022). */
    V_PREDICTION,
    /** The clean latents. */
    SAMPLE;

    /** The clean latents that a prediction implies. */
    Tensor clean(Tensor latents, Tensor output, Level level) {
        return switch (this) {
            case EPSILON -> latents.sub(scaled(output, level.noise())).div(new Scalar(level.signal()));
            case V_PREDICTION ->
                weighted(
                        latents,
                        level.signal() / (level.scale() * level.scale()),
                        output,
                        -level.noise() / level.scale());
            case SAMPLE -> output;
        };
    }

    /** The noise that a prediction implies, for a variance-preserving level. */
    Tensor noise(Tensor latents, Tensor output, Level level) {
        return switch (this) {
            case EPSILON -> output;
            case V_PREDICTION -> weighted(output, level.signal(), latents, level.noise());
            case SAMPLE -> latents.sub(scaled(output, level.signal())).div(new Scalar(level.noise()));
        };
    }
}
