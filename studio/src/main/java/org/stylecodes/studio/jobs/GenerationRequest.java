package org.stylecodes.studio.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drawn, as the API says it; what is null is left open. {@link RequestCompletion} checks it and leaves nothing
 * open but the init picture, the style guidance and the negative prompt.
 *
 * @param prompt what to draw
 * @param negative what to keep away from
 * @param styles mixed in proportion to their weights
 * @param strength how far the style is followed, 0 to 1
 * @param guidance how strongly the prompt is amplified
 * @param styleGuidance how strongly the style is, in the mode {@code separate}
 * @param guidanceMode {@code reference}, {@code joint} or {@code separate}
 * @param steps of each picture
 * @param sampler by any of its names
 * @param seed of the first picture; the next ones have the seeds that follow
 * @param count how many pictures
 * @param width in pixels
 * @param height in pixels
 * @param init the id of a picture to start from
 * @param initStrength how much of that may change, above 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GenerationRequest(
        @Nullable String prompt,
        @Nullable String negative,
        @Nullable List<StyleChoice> styles,
        @Nullable Double strength,
        @Nullable Double guidance,
        @Nullable Double styleGuidance,
        @Nullable String guidanceMode,
        @Nullable Integer steps,
        @Nullable String sampler,
        @Nullable Long seed,
        @Nullable Integer count,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String init,
        @Nullable Double initStrength) {
    /** A prompt in a style, all else as the model likes it. */
    public static GenerationRequest of(String prompt, List<StyleChoice> styles, @Nullable Long seed) {
        return new GenerationRequest(
                prompt, null, styles, null, null, null, null, null, null, seed, null, null, null, null, null);
    }
}
