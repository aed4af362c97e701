package org.stylecodes.sampler.solver;

import org.stylecodes.format.Config;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.sampler.UnknownSamplerException;

/** Maps the schedulers of diffusers to samplers. */
public final class DiffusersScheduler {
    private DiffusersScheduler() {}

    /**
     * The sampler of a {@code scheduler_config.json}.
     *
     * @param className the scheduler's class in diffusers, {@code _class_name} in the file
     * @param config the content of the file
     * @throws UnknownSamplerException if the class is not supported
     * @throws org.stylecodes.error.UnsupportedOptionException if the variant of the scheduler is not supported
     * @throws org.stylecodes.error.ModelFormatException if the file is malformed
     */
    public static Sampler sampler(String className, Config config) {
        boolean karras = config.flag("use_karras_sigmas", false);
        return switch (className) {
            case "DDIMScheduler" -> Sampler.DDIM;
            case "DDPMScheduler" -> Sampler.DDPM;
            case "LCMScheduler" -> Sampler.LCM;
            case "PNDMScheduler" -> pndm(config);
            case "EulerDiscreteScheduler" -> karras ? Sampler.EULER_KARRAS : Sampler.EULER;
            case "EulerAncestralDiscreteScheduler" -> Sampler.EULER_ANCESTRAL;
            case "HeunDiscreteScheduler" -> karras ? Sampler.HEUN_KARRAS : Sampler.HEUN;
            case "DPMSolverMultistepScheduler" -> dpmSolver(config, karras);
            case "UniPCMultistepScheduler" -> uniPc(config);
            default ->
                throw new UnknownSamplerException("there is no sampler for the scheduler class \"" + className
                        + "\"; choose one of: " + Sampler.names());
        };
    }

    private static Sampler pndm(Config config) {
        if (!config.flag("skip_prk_steps", false)) {
            throw config.unsupported(
                    "skip_prk_steps", "is false, but PNDM is supported only without Runge-Kutta steps; expected true");
        }
        return Sampler.PNDM;
    }

    private static Sampler dpmSolver(Config config, boolean karras) {
        config.require("solver_type", "midpoint");
        config.require("algorithm_type", "dpmsolver++", "sde-dpmsolver++");
        if (config.text("algorithm_type", "dpmsolver++").startsWith("sde")) {
            return karras ? Sampler.DPMPP_2M_SDE_KARRAS : Sampler.DPMPP_2M_SDE;
        }
        return karras ? Sampler.DPMPP_2M_KARRAS : Sampler.DPMPP_2M;
    }

    private static Sampler uniPc(Config config) {
        config.require("solver_type", "bh2");
        config.require("use_karras_sigmas", false);
        config.requireEmpty("disable_corrector");
        return Sampler.UNIPC;
    }
}
