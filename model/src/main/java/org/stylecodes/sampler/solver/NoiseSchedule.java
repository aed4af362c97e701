package org.stylecodes.sampler.solver;

import static org.stylecodes.sampler.solver.Arithmetic.sqrt;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Config;
import org.stylecodes.tensor.Tensors;

/**
 * The noise schedule of a model's training: how much of the signal is left at every timestep, and what the model predicts. Immutable and
 * thread-safe.
 *
 * @param alphaBars the part of the latents' variance that is signal at every training timestep: float32, 0..1, decreasing
 * @param predictionType what the denoiser predicts
 * @param options what the configuration says about sampling
 */
public record NoiseSchedule(float[] alphaBars, PredictionType predictionType, SchedulerOptions options) {
    // The smallest value for samplers that divide by the signal, as in diffusers.
    private static final float MIN_ALPHA_BAR = 0x1p-24f;

    /** Makes a schedule with a copy of the array. */
    public NoiseSchedule {
        alphaBars = alphaBars.clone();
    }

    /**
     * Reads {@code scheduler/scheduler_config.json} of any scheduler of diffusers. Options that only choose a sampler are ignored here;
     * {@link DiffusersScheduler} reads them.
     *
     * @throws org.stylecodes.error.ModelFormatException if a value is unknown or contradictory; the message names it
     */
    public static NoiseSchedule of(Config config) {
        NoiseSchedule schedule =
                new NoiseSchedule(Betas.alphaBars(Betas.of(config)), prediction(config), SchedulerOptions.of(config));
        config.ignore("use_karras_sigmas", "algorithm_type", "solver_type", "skip_prk_steps", "disable_corrector");
        config.ignore("dynamic_thresholding_ratio", "sample_max_value", "flow_shift");
        config.done();
        return schedule;
    }

    /** A copy of the array. */
    @Override
    public float[] alphaBars() {
        return alphaBars.clone();
    }

    /** The number of training timesteps. */
    public int timesteps() {
        return alphaBars.length;
    }

    /**
     * The part of the variance that is signal at a timestep.
     *
     * @param timestep 0 to {@link #timesteps} - 1
     */
    public float alphaBar(int timestep) {
        return alphaBars[timestep];
    }

    /**
     * Adds noise to clean latents, as in training.
     *
     * @param clean (B, ...)
     * @param noise standard normal noise of the same shape
     * @param timesteps one for each item of the batch
     */
    public Tensor addNoise(Tensor clean, Tensor noise, int... timesteps) {
        return clean.mul(signal(clean, timesteps)).add(noise.mul(deviation(clean, timesteps)));
    }

    /** The target of v-prediction. The arguments are those of {@link #addNoise}. */
    public Tensor velocity(Tensor clean, Tensor noise, int... timesteps) {
        return noise.mul(signal(clean, timesteps)).sub(clean.mul(deviation(clean, timesteps)));
    }

    /** The part of the variance that is signal, at least 2^-24. */
    float positiveAlphaBar(int timestep) {
        return alphaBars[timestep] == 0 ? MIN_ALPHA_BAR : alphaBars[timestep];
    }

    /** The ratio of noise to signal. Always finite. */
    float sigma(int timestep) {
        float alphaBar = positiveAlphaBar(timestep);
        return sqrt((1 - alphaBar) / alphaBar);
    }

    private Tensor signal(Tensor like, int... timesteps) {
        float[] signal = new float[timesteps.length];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = sqrt(alphaBars[timesteps[i]]);
        }
        return column(signal, like);
    }

    private Tensor deviation(Tensor like, int... timesteps) {
        float[] deviation = new float[timesteps.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = sqrt(1 - alphaBars[timesteps[i]]);
        }
        return column(deviation, like);
    }

    /** One value for each item of the batch: (B, 1, ...). */
    private static Tensor column(float[] values, Tensor like) {
        long[] shape = new long[(int) like.dim()];
        Arrays.fill(shape, 1);
        shape[0] = values.length;
        return Tensors.of(values, shape).to(like);
    }

    private static PredictionType prediction(Config config) {
        String name = config.text("prediction_type", "epsilon");
        return switch (name) {
            case "epsilon" -> PredictionType.EPSILON;
            case "v_prediction" -> PredictionType.V_PREDICTION;
            case "sample" -> PredictionType.SAMPLE;
            default ->
                throw config.unsupported(
                        "prediction_type", "is \"" + name + "\", supported: epsilon, v_prediction, sample");
        };
    }
}
