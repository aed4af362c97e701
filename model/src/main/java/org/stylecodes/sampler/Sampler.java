package org.stylecodes.sampler;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stylecodes.StyleCodesException;
import org.stylecodes.format.Config;

/**
 * The ways from noise to latents, by the names that people know them by: {@code Sampler.of("DPM++ 2M Karras")}.
 *
 * <pre>{@code
 * Trajectory way = Sampler.EULER.trajectory(schedule, 20);
 * Tensor latents = way.sample(denoiser, way.begin(noise.normal(1, 4, 64, 64)), noise::normal, StepListener.NONE);
 * }</pre>
 *
 * Each gives what diffusers' scheduler of that name gives for the same noise. Immutable and thread-safe.
 */
public enum Sampler {
    /** Denoising diffusion implicit models (Song et al. 2020), without fresh noise. */
    DDIM("DDIM", new Ddim(0)),
    /** DDIM with as much fresh noise as DDPM. */
    DDIM_ETA1("DDIM eta 1", new Ddim(1)),
    /** Pseudo numerical methods (Liu et al. 2022) without Runge-Kutta steps; asks the denoiser once more than it has steps. */
    PNDM("PLMS", new Pndm(), "PNDM"),
    /** Euler's method on the probability flow (Karras et al. 2022). */
    EULER("Euler", new Euler(false)),
    /** Euler over the sigmas that Karras et al. advise. */
    EULER_KARRAS("Euler Karras", new Euler(true)),
    /** Euler with fresh noise at every step. */
    EULER_ANCESTRAL("Euler a", new EulerAncestral()),
    /** Heun's method (Karras et al. 2022); asks the denoiser twice for every step but the last. */
    HEUN("Heun", new Heun(false)),
    /** Heun over the sigmas that Karras et al. advise. */
    HEUN_KARRAS("Heun Karras", new Heun(true)),
    /** DPM-Solver++ of second order over several steps (Lu et al. 2022). */
    DPMPP_2M("DPM++ 2M", new DpmSolver(false, false)),
    /** DPM-Solver++ over the sigmas that Karras et al. advise. */
    DPMPP_2M_KARRAS("DPM++ 2M Karras", new DpmSolver(false, true)),
    /** DPM-Solver++ with fresh noise at every step. */
    DPMPP_2M_SDE("DPM++ 2M SDE", new DpmSolver(true, false)),
    /** DPM-Solver++ with fresh noise, over the sigmas that Karras et al. advise. */
    DPMPP_2M_SDE_KARRAS("DPM++ 2M SDE Karras", new DpmSolver(true, true)),
    /** The unified predictor-corrector of second order (Zhao et al. 2023). */
    UNIPC("UniPC", new UniPc()),
    /** Denoising diffusion probabilistic models (Ho et al. 2020), with fresh noise at every step. */
    DDPM("DDPM", new Ddpm()),
    /** Multistep sampling of latent consistency models (Luo et al. 2023), for models distilled to it. */
    LCM("LCM", new Lcm());

    private final String title;
    private final Solver solver;
    private final List<String> aliases;

    Sampler(String title, Solver solver, String... aliases) {
        this.title = title;
        this.solver = solver;
        this.aliases = List.of(aliases);
    }

    /**
     * The sampler of a name as diffusers' users write it ({@code dpmpp_2m_karras}, {@code euler_ancestral}) or AUTOMATIC1111's
     * ({@code DPM++ 2M Karras}, {@code Euler a}), whatever the case and the punctuation.
     *
     * @throws UnknownSamplerException if there is none; the message lists those there are
     */
    public static Sampler of(String name) {
        String wanted = plain(name);
        return Arrays.stream(values())
                .filter(sampler -> sampler.goesBy(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new UnknownSamplerException("there is no sampler \"" + name + "\"; there are: " + names()));
    }

    /**
     * The sampler that a {@code scheduler_config.json} stands for.
     *
     * @param className the scheduler's class in diffusers, which the file has as {@code _class_name}
     * @param config the file
     * @throws UnknownSamplerException if it is of a class that is not known here
     * @throws org.stylecodes.UnsupportedOptionException if it asks for a variant that is not known here
     * @throws org.stylecodes.ModelFormatException if it is malformed
     */
    public static Sampler published(String className, Config config) {
        boolean karras = config.flag("use_karras_sigmas", false);
        return switch (className) {
            case "DDIMScheduler" -> DDIM;
            case "DDPMScheduler" -> DDPM;
            case "LCMScheduler" -> LCM;
            case "PNDMScheduler" -> pndm(config);
            case "EulerDiscreteScheduler" -> karras ? EULER_KARRAS : EULER;
            case "EulerAncestralDiscreteScheduler" -> EULER_ANCESTRAL;
            case "HeunDiscreteScheduler" -> karras ? HEUN_KARRAS : HEUN;
            case "DPMSolverMultistepScheduler" -> dpmSolver(config, karras);
            case "UniPCMultistepScheduler" -> uniPc(config);
            default ->
                throw new UnknownSamplerException(
                        "there is no sampler for the scheduler class \"" + className + "\"; choose one of: " + names());
        };
    }

    /** The name in lower case with underscores, such as {@code dpmpp_2m_karras}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as AUTOMATIC1111 writes it, such as {@code DPM++ 2M Karras}. */
    public String title() {
        return title;
    }

    /**
     * How close to a recording timesteps come, relative to the largest: 0 for exactly. Karras sigmas that are not rounded to whole
     * timesteps are read back through logarithms whose last digit differs between processors.
     */
    public double timestepBound() {
        return this == EULER_KARRAS || this == HEUN_KARRAS ? 1e-6 : 0;
    }

    /**
     * The whole way from pure noise.
     *
     * @param steps 1 to the number of timesteps in training
     * @throws StyleCodesException if the schedule cannot be walked with so many steps
     */
    public Trajectory trajectory(NoiseSchedule schedule, int steps) {
        return new Trajectory(this, schedule, steps, 0);
    }

    Solver solver() {
        return solver;
    }

    private boolean goesBy(String wanted) {
        return wanted.equals(plain(name()))
                || wanted.equals(plain(title))
                || aliases.stream().anyMatch(alias -> wanted.equals(plain(alias)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[^a-z0-9]", "");
    }

    private static String names() {
        return Arrays.stream(values()).map(Sampler::id).collect(joining(", "));
    }

    private static Sampler pndm(Config config) {
        if (!config.flag("skip_prk_steps", false)) {
            throw config.unsupported(
                    "skip_prk_steps", "is false, but PNDM is known here without Runge-Kutta steps alone");
        }
        return PNDM;
    }

    private static Sampler dpmSolver(Config config, boolean karras) {
        config.require("solver_type", "midpoint");
        config.require("algorithm_type", "dpmsolver++", "sde-dpmsolver++");
        if (config.text("algorithm_type", "dpmsolver++").startsWith("sde")) {
            return karras ? DPMPP_2M_SDE_KARRAS : DPMPP_2M_SDE;
        }
        return karras ? DPMPP_2M_KARRAS : DPMPP_2M;
    }

    private static Sampler uniPc(Config config) {
        config.require("solver_type", "bh2");
        config.require("use_karras_sigmas", false);
        config.requireEmpty("disable_corrector");
        return UNIPC;
    }
}
