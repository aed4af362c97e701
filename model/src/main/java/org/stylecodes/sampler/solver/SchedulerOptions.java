package org.stylecodes.sampler.solver;

import org.jspecify.annotations.Nullable;
import org.stylecodes.format.Config;

/**
 * What a {@code scheduler_config.json} says beside the betas. Null means that the file says nothing and each sampler keeps its own
 * default, as when diffusers makes one scheduler from the configuration of another.
 *
 * @param stepsOffset what leading spacing adds to every timestep
 * @param spacing how the timesteps lie among those of training
 * @param alphaToOne whether the last step of DDIM and PNDM ends without noise, instead of with that of timestep 0
 * @param clipSample whether predicted clean latents are clipped, by the samplers that know of it
 * @param clipRange where they are clipped
 * @param finalSigmaZero whether a run over sigmas ends without noise, instead of with that of timestep 0
 * @param consistencySteps the steps that a latent consistency model was distilled with
 * @param consistencyScale the scale of its timesteps
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
        refuseOthers(config);
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

    private static void refuseOthers(Config config) {
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
