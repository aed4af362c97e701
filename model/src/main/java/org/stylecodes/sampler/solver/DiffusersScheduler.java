package org.stylecodes.sampler.solver;

import org.stylecodes.format.Config;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.sampler.UnknownSamplerException;

/** The schedulers of diffusers, by the classes that their configuration files name. */
public final class DiffusersScheduler {
    private DiffusersScheduler() {}

    /**
     * The sampler that a {@code scheduler_config.json} stands for.
     *
     * @param className the scheduler's class in diffusers, which the file has as {@code _class_name}
     * @param config the file
     * @throws UnknownSamplerException if it is of a class that is not known here
     * @throws org.stylecodes.error.UnsupportedOptionException if it asks for a variant that is not known here
     * @throws org.stylecodes.error.ModelFormatException if it is malformed
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
                    "skip_prk_steps", "is false, but PNDM is known here without Runge-Kutta steps alone");
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
