package org.stylecodes.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.InitPicture;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.sampler.Sampler;

/**
 * A {@link Request} in JSON: the body of {@code POST /api/v1/generations}, the requests that a studio keeps, and the notes in
 * PNG files. Fields that are null are absent in JSON and mean the same as in {@link Request}. Listeners and the pixels of init
 * pictures are not part of it. Nothing is checked before {@link #request} is called.
 *
 * @param prompt what to draw
 * @param negative what to keep away from
 * @param styles mixed in proportion to their weights
 * @param strength how far the model follows the style, 0 to 1
 * @param guidance the scale of the prompt
 * @param styleGuidance the scale of the style, in the mode {@code separate}
 * @param guidanceMode {@code reference}, {@code joint} or {@code separate}
 * @param guidanceInterval the part of the steps in which the prompt is amplified
 * @param styleInterval the part of the steps in which the style acts
 * @param steps of each picture
 * @param sampler by any of its names
 * @param seed of the first picture; each of the next pictures has the seed that follows
 * @param count how many pictures
 * @param width in pixels
 * @param height in pixels
 * @param init the id of a picture to start from, which only a studio knows
 * @param initStrength how much of the init picture may change, above 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestJson(
        @Nullable String prompt,
        @Nullable String negative,
        @Nullable List<StyleJson> styles,
        @Nullable Double strength,
        @Nullable Double guidance,
        @Nullable Double styleGuidance,
        @Nullable String guidanceMode,
        @Nullable StepInterval guidanceInterval,
        @Nullable StepInterval styleInterval,
        @Nullable Integer steps,
        @Nullable String sampler,
        @Nullable Long seed,
        @Nullable Integer count,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String init,
        @Nullable Double initStrength) {
    /**
     * An {@link Interval} in JSON.
     *
     * @param start 0 to 1; null for 0
     * @param end 0 to 1; null for 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepInterval(
            @Nullable Double start, @Nullable Double end) {
        static @Nullable StepInterval of(Interval interval) {
            return interval.equals(Interval.ALL) ? null : new StepInterval(interval.start(), interval.end());
        }

        Interval interval() {
            return new Interval(start == null ? 0 : start, end == null ? 1 : end);
        }
    }

    /** The JSON form of a request without an init picture. */
    public static RequestJson of(Request request) {
        return of(request, null, null, null);
    }

    /**
     * The JSON form of a request.
     *
     * @param model the id of the model that draws, for styles that name none; null where it is not known
     * @param init the id of the init picture; null where there is none or it is not known
     * @param initStrength how much of the init picture may change; null where there is none
     */
    public static RequestJson of(
            Request request, @Nullable String model, @Nullable String init, @Nullable Double initStrength) {
        Guidance guidance = request.guidance();
        Size size = request.size();
        return new RequestJson(
                request.prompt(),
                request.negative(),
                request.styles().stream()
                        .map(style -> StyleJson.of(style, model))
                        .toList(),
                request.strength(),
                guidance.text(),
                guidance.style(),
                guidance.mode() == null ? null : guidance.mode().name().toLowerCase(Locale.ROOT),
                StepInterval.of(guidance.textInterval()),
                StepInterval.of(guidance.styleInterval()),
                request.steps(),
                request.sampler() == null ? null : request.sampler().title(),
                request.seed(),
                request.count(),
                size == null ? null : size.width(),
                size == null ? null : size.height(),
                init,
                initStrength);
    }

    /**
     * The request, its styles named by their codes. It has no init picture.
     *
     * @throws InvalidRequestException if a value is out of range, or only one side of the size is there
     * @throws org.stylecodes.sampler.UnknownSamplerException if there is no such sampler
     * @throws org.stylecodes.code.InvalidCodeException if a code cannot be read
     */
    public Request request() {
        if ((width == null) != (height == null)) {
            throw new InvalidRequestException(
                    "the size is " + width + "x" + height + "; expected both sides or neither");
        }
        return request(StyleJson::weighted, null, null);
    }

    /**
     * The request for somebody who knows what its ids mean.
     *
     * @param lookup finds a style
     * @param usual the sides of which one may be absent; null if the size is all there or not at all
     * @param start the init picture; null for none
     * @throws InvalidRequestException if a value is out of range
     * @throws org.stylecodes.sampler.UnknownSamplerException if there is no such sampler
     */
    public Request request(
            Function<StyleJson, WeightedStyle> lookup, @Nullable Size usual, @Nullable InitPicture start) {
        return Request.builder()
                .prompt(prompt == null ? "" : prompt)
                .negative(negative == null ? "" : negative)
                .styles(styles == null ? List.of() : styles.stream().map(lookup).toList())
                .strength(strength)
                .guidance(new Guidance(
                        mode(guidanceMode),
                        guidance,
                        styleGuidance,
                        guidanceInterval == null ? Interval.ALL : guidanceInterval.interval(),
                        styleInterval == null ? Interval.ALL : styleInterval.interval()))
                .steps(steps)
                .sampler(sampler == null ? null : Sampler.of(sampler))
                .size(size(usual))
                .seed(seed)
                .count(count == null ? 1 : count)
                .init(start)
                .build();
    }

    private @Nullable Size size(@Nullable Size usual) {
        if (width != null && height != null) {
            return new Size(width, height);
        }
        return usual == null
                ? null
                : new Size(width == null ? usual.width() : width, height == null ? usual.height() : height);
    }

    private static @Nullable GuidanceMode mode(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return GuidanceMode.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestException(
                    "the guidance mode is '" + name + "'; expected reference, joint or separate", unknown);
        }
    }
}
