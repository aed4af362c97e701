package org.stylecodes.studio.compat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.json.RequestJson;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.sampler.UnknownSamplerException;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.json.StrictJson;

/**
 * A request in the form of AUTOMATIC1111's web interface. Its fields that have no counterpart here are ignored.
 *
 * @param seed a negative value stands for a random seed
 * @param sampler_index an older name of {@code sampler_name}
 * @param scheduler the spacing of the steps; the name of the sampler may include it
 * @param batch_size the pictures of one batch; {@code n_iter} is the number of batches
 * @param init_images pictures in base64
 * @param style_codes an extension: styles as codes, or in the form of this API
 * @param style_strength an extension: how strongly the styles act
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AutomaticRequest(
        @Nullable String prompt,
        @Nullable String negative_prompt,
        @Nullable Long seed,
        @Nullable Integer steps,
        @Nullable Double cfg_scale,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String sampler_name,
        @Nullable String sampler_index,
        @Nullable String scheduler,
        @Nullable Integer batch_size,
        @Nullable Integer n_iter,
        @Nullable List<String> init_images,
        @Nullable Double denoising_strength,
        @Nullable JsonNode style_codes,
        @Nullable Double style_strength) {
    /** The known spacings of steps: the sampler's own, or the sigmas of Karras et al. (2022). */
    static final List<String> SCHEDULERS = List.of("Automatic", "Karras");

    /** From the field names of {@link RequestJson} to the field names here. */
    static final Map<String, String> FIELDS = Map.of(
            "negative", "negative_prompt",
            "guidance", "cfg_scale",
            "sampler", "sampler_name",
            "count", "batch_size",
            "styles", "style_codes",
            "strength", "style_strength",
            "init", "init_images",
            "initStrength", "denoising_strength");

    private static final double DENOISING = 0.75; // the default of AUTOMATIC1111

    /**
     * This request in the form of the API, without an init picture.
     *
     * @param isChange whether the request starts from a picture
     */
    RequestJson request(boolean isChange) {
        int batches = count("n_iter", n_iter);
        int each = count("batch_size", batch_size);
        return new RequestJson(
                prompt,
                negative_prompt,
                CompatibleStyles.of("style_codes", style_codes),
                style_strength,
                cfg_scale,
                null,
                null,
                null,
                null,
                steps,
                sampler(),
                seed == null || seed < 0 ? null : seed,
                (int) Math.min(Integer.MAX_VALUE, (long) batches * each),
                width,
                height,
                null,
                isChange ? Optional.ofNullable(denoising_strength).orElse(DENOISING) : null,
                null,
                null);
    }

    /** The request that was drawn, with all defaults filled in, but without pictures. */
    static AutomaticRequest of(RequestJson drawn) {
        return new AutomaticRequest(
                drawn.prompt(),
                drawn.negative(),
                drawn.seed(),
                drawn.steps(),
                drawn.guidance(),
                drawn.width(),
                drawn.height(),
                drawn.sampler(),
                null,
                null,
                drawn.count(),
                1,
                null,
                drawn.initStrength(),
                StrictJson.tree(Optional.ofNullable(drawn.styles()).orElse(List.of())),
                drawn.strength());
    }

    private static int count(String field, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new InvalidFieldException(field, field + " is " + value + "; expected 1 or more");
        }
        return value == null ? 1 : value;
    }

    private @Nullable String sampler() {
        String field = sampler_name != null ? "sampler_name" : "sampler_index";
        String asked = Optional.ofNullable(sampler_name)
                .orElse(Optional.ofNullable(sampler_index).orElse(""));
        String spacing = scheduler == null || scheduler.isEmpty() ? SCHEDULERS.get(0) : scheduler;
        if (SCHEDULERS.stream().noneMatch(spacing::equalsIgnoreCase)) {
            throw ProblemException.impossible(
                            "the scheduler is '" + spacing + "'; expected " + String.join(" or ", SCHEDULERS))
                    .about("scheduler");
        }
        boolean inName = asked.toLowerCase(Locale.ROOT).endsWith(spacing.toLowerCase(Locale.ROOT));
        if (spacing.equalsIgnoreCase(SCHEDULERS.get(0)) || inName) {
            return asked.isEmpty()
                    ? null
                    : InvalidFieldException.check(field, () -> Sampler.of(asked).title());
        }
        String sampler = asked.isEmpty()
                ? asked
                : InvalidFieldException.check(field, () -> Sampler.of(asked).title());
        try {
            return Sampler.of(sampler + " " + spacing).title();
        } catch (UnknownSamplerException none) {
            throw ProblemException.impossible("the scheduler " + spacing + " cannot be combined with "
                            + (sampler.isEmpty() ? "the model's own sampler" : sampler)
                            + "; choose a sampler that supports it, such as "
                            + Sampler.DPMPP_2M.title())
                    .about("scheduler");
        }
    }
}
