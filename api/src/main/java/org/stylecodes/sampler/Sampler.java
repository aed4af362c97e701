package org.stylecodes.sampler;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The ways from noise to latents, by the names that people know them by: {@code Sampler.of("DPM++ 2M Karras")}.
 *
 * Each gives what diffusers' scheduler of that name gives for the same noise. Immutable and thread-safe.
 */
public enum Sampler {
    /** Denoising diffusion implicit models (Song et al. 2020), without fresh noise. */
    DDIM("DDIM"),
    /** DDIM with as much fresh noise as DDPM. */
    DDIM_ETA1("DDIM eta 1"),
    /** Pseudo numerical methods (Liu et al. 2022) without Runge-Kutta steps; asks the denoiser once more than it has steps. */
    PNDM("PLMS", "PNDM"),
    /** Euler's method on the probability flow (Karras et al. 2022). */
    EULER("Euler"),
    /** Euler over the sigmas that Karras et al. advise. */
    EULER_KARRAS("Euler Karras"),
    /** Euler with fresh noise at every step. */
    EULER_ANCESTRAL("Euler a"),
    /** Heun's method (Karras et al. 2022); asks the denoiser twice for every step but the last. */
    HEUN("Heun"),
    /** Heun over the sigmas that Karras et al. advise. */
    HEUN_KARRAS("Heun Karras"),
    /** DPM-Solver++ of second order over several steps (Lu et al. 2022). */
    DPMPP_2M("DPM++ 2M"),
    /** DPM-Solver++ over the sigmas that Karras et al. advise. */
    DPMPP_2M_KARRAS("DPM++ 2M Karras"),
    /** DPM-Solver++ with fresh noise at every step. */
    DPMPP_2M_SDE("DPM++ 2M SDE"),
    /** DPM-Solver++ with fresh noise, over the sigmas that Karras et al. advise. */
    DPMPP_2M_SDE_KARRAS("DPM++ 2M SDE Karras"),
    /** The unified predictor-corrector of second order (Zhao et al. 2023). */
    UNIPC("UniPC"),
    /** Denoising diffusion probabilistic models (Ho et al. 2020), with fresh noise at every step. */
    DDPM("DDPM"),
    /** Multistep sampling of latent consistency models (Luo et al. 2023), for models distilled to it. */
    LCM("LCM");

    private final String title;
    private final List<String> aliases;

    Sampler(String title, String... aliases) {
        this.title = title;
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

    /** The name in lower case with underscores, such as {@code dpmpp_2m_karras}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name as AUTOMATIC1111 writes it, such as {@code DPM++ 2M Karras}. */
    public String title() {
        return title;
    }

    private boolean goesBy(String wanted) {
        return wanted.equals(plain(name()))
                || wanted.equals(plain(title))
                || aliases.stream().anyMatch(alias -> wanted.equals(plain(alias)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[^a-z0-9]", "");
    }

    /** The {@linkplain #id() names} of all samplers, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Sampler::id).collect(joining(", "));
    }
}
