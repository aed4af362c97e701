package org.stylecodes.sampler.solver;

import org.jspecify.annotations.Nullable;
import org.stylecodes.format.Config;

/**
 * The options of a {@code scheduler_config.json} other than the betas. If an option is null, the file does not set it, and each sampler
 * uses its own default, as diffusers does when it makes one scheduler from the configuration of another.
 *
 * @param stepsOffset the number that leading spacing adds to every timestep
 * @param spacing how the timesteps of a run are chosen from those of training
 * @param alphaToOne whether DDIM and PNDM end without noise; otherwise they end with the noise of timestep 0
 * @param clipSample whether predicted clean latents are clipped, for the samplers that can clip
 * @param clipRange latents are clipped to plus and minus this value
 * @param finalSigmaZero whether samplers that step over sigmas end without noise; otherwise they end with the noise of timestep 0
 * @param consistencySteps the number of steps that a latent consistency model was distilled with
 * @param consistencyScale the factor of the timesteps of a latent consistency model
 */
public record SchedulerOptions(
        int stepsOffset,
        @Nullable TimestepSpacing spacing,
        @Nullable Boolean alphaToOne,
        @Nullable Boolean clipSample,
        double clipRange,
        boolean finalSigmaZero,
        int consistencySteps,
        double consistencyScale) {

    static SchedulerOptions of(Config config) {
        requireSupported(config);
        int offset = config.integer("steps_offset", 0);
        if (offset < 0) {
            throw config.refused("steps_offset", "is " + offset + ", expected 0 or more");
        }
        return new SchedulerOptions(
                offset,
                spacing(config),
                flag(config, "set_alpha_to_one"),
                flag(config, "clip_sample"),
                config.number("clip_sample_range", 1),
                "zero".equals(config.text("final_sigmas_type", "zero")),
                config.positive("original_inference_steps", 50),
                config.number("timestep_scaling", 10));
    }

    private static void requireSupported(Config config) {
        config.require("final_sigmas_type", "zero", "sigma_min");
        config.require("thresholding", false);
        config.require("variance_type", "fixed_small");
        config.require("interpolation_type", "linear");
        config.require("timestep_type", "discrete");
        config.require("sigma_min");
        config.require("sigma_max");
        config.require("use_lu_lambdas", false);
        config.require("lambda_min_clipped", Double.NEGATIVE_INFINITY);
        config.require("use_exponential_sigmas", false);
        config.require("use_beta_sigmas", false);
        config.require("use_flow_sigmas", false);
        config.require("solver_order", 2);
        config.require("lower_order_final", true);
        config.require("euler_at_final", false);
        config.require("predict_x0", true);
        config.require("solver_p");
    }

    private static @Nullable TimestepSpacing spacing(Config config) {
        if (!config.has("timestep_spacing")) {
            return null;
        }
        String name = config.text("timestep_spacing", "");
        return switch (name) {
            case "leading" -> TimestepSpacing.LEADING;
            case "linspace" -> TimestepSpacing.LINSPACE;
            case "trailing" -> TimestepSpacing.TRAILING;
            default ->
                throw config.unsupported(
                        "timestep_spacing", "is \"" + name + "\", supported: leading, linspace, trailing");
        };
    }

    private static @Nullable Boolean flag(Config config, String key) {
        return config.has(key) ? config.flag(key, false) : null;
    }
}
