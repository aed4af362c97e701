package org.stylecodes.sampler;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The sampling methods, by their well-known names, such as {@code Sampler.of("DPM++ 2M Karras")}.
 *
 * <p>Each gives the same latents as the scheduler of that name in diffusers does for the same noise.
 */
public enum Sampler {
    /** Denoising diffusion implicit models (Song et al. 2020), without fresh noise. */
    DDIM("DDIM"),
    /** DDIM with the fresh noise of DDPM (eta = 1). */
    DDIM_ETA1("DDIM eta 1"),
    /** Pseudo numerical methods (Liu et al. 2022) without Runge-Kutta steps. Calls the denoiser once more than it has steps. */
    PNDM("PLMS", "PNDM"),
    /** Euler's method on the probability flow ODE (Karras et al. 2022). */
    EULER("Euler"),
    /** Euler's method with the sigmas of Karras et al. */
    EULER_KARRAS("Euler Karras"),
    /** Euler's method with fresh noise at every step (ancestral sampling). */
    EULER_ANCESTRAL("Euler a"),
    /** Heun's method (Karras et al. 2022). Calls the denoiser twice at every step except the last. */
    HEUN("Heun"),
    /** Heun's method with the sigmas of Karras et al. */
    HEUN_KARRAS("Heun Karras"),
    /** DPM-Solver++ as a second-order multistep method (Lu et al. 2022). */
    DPMPP_2M("DPM++ 2M"),
    /** DPM-Solver++ with the sigmas of Karras et al. */
    DPMPP_2M_KARRAS("DPM++ 2M Karras"),
    /** DPM-Solver++ with fresh noise at every step. */
    DPMPP_2M_SDE("DPM++ 2M SDE"),
    /** DPM-Solver++ with fresh noise at every step and the sigmas of Karras et al. */
    DPMPP_2M_SDE_KARRAS("DPM++ 2M SDE Karras"),
    /** The second-order unified predictor-corrector (Zhao et al. 2023). */
    UNIPC("UniPC"),
    /** Denoising diffusion probabilistic models (Ho et al. 2020), with fresh noise at every step. */
    DDPM("DDPM"),
    /** Multistep sampling of latent consistency models (Luo et al. 2023), for models distilled for it. */
    LCM("LCM");

    private final String title;
    private final List<String> aliases;

    Sampler(String title, String... aliases) {
        this.title = title;
        this.aliases = List.of(aliases);
    }

    /**
     * Finds a sampler by its name in diffusers ({@code dpmpp_2m_karras}, {@code euler_ancestral}) or in AUTOMATIC1111
     * ({@code DPM++ 2M Karras}, {@code Euler a}). Case and punctuation are ignored.
     *
     * @throws UnknownSamplerException if no sampler has the name; the message lists the known names
     */
    public static Sampler of(String name) {
        String wanted = plain(name);
        return Arrays.stream(values())
                .filter(sampler -> sampler.hasName(wanted))
                .findFirst()
                .orElseThrow(() -> new UnknownSamplerException(
                        "there is no sampler \"" + name + "\"; expected one of " + names()));
    }

    /** Returns the name in lower case with underscores, such as {@code dpmpp_2m_karras}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name as AUTOMATIC1111 writes it, such as {@code DPM++ 2M Karras}. */
    public String title() {
        return title;
    }

    private boolean hasName(String wanted) {
        return wanted.equals(plain(name()))
                || wanted.equals(plain(title))
                || aliases.stream().anyMatch(alias -> wanted.equals(plain(alias)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[^a-z0-9]", "");
    }

    /** Returns the {@linkplain #id() names} of all samplers, separated by commas, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Sampler::id).collect(joining(", "));
    }
}
