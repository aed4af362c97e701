package org.stylecodes.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.InitPicture;
import org.stylecodes.Interval;
import org.stylecodes.Precision;
import org.stylecodes.Preset;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.CodeText;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.sampler.Sampler;

/**
 * A {@link Request} in JSON: the body of {@code POST /api/v1/generations}, the requests that a studio keeps, and the notes in PNG
 * files. Fields that are null are absent in JSON and have the same meaning as in {@link Request}. Listeners and the pixels of init
 * pictures are not part of it. Values are only checked when {@link #request} is called.
 *
 * @param prompt what to draw
 * @param negative what the pictures should not show
 * @param styles the styles, mixed in proportion to their weights
 * @param strength how strongly the style acts, 0 to 1
 * @param guidance the scale of the prompt
 * @param styleGuidance the scale of the style, in the mode {@code separate}
 * @param guidanceMode {@code reference}, {@code joint} or {@code separate}
 * @param guidanceInterval the steps in which the prompt is amplified
 * @param styleInterval the steps in which the style acts
 * @param steps the number of steps of each picture
 * @param sampler any name of the sampler
 * @param seed the seed of the first picture; the pictures have consecutive seeds
 * @param count the number of pictures
 * @param width the width in pixels
 * @param height the height in pixels
 * @param init the id of the picture to start from; only a studio knows such ids
 * @param initStrength how much of the init picture may change, above 0 to 1
 * @param precision {@code float32}, {@code float16} or {@code bfloat16}
 * @param preset {@code released} or {@code fast}: the values of {@link Preset} for fields that are null; {@link #of} does not write it
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
        @Nullable Double initStrength,
        @Nullable String precision,
        @Nullable String preset) {
    /**
     * An {@link Interval} in JSON.
     *
     * @param start 0 to 1; null for 0
     * @param end 0 to 1; null for 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepInterval(
            @Nullable Double start, @Nullable Double end) {
        static @Nullable StepInterval of(@Nullable Interval interval) {
            return interval == null ? null : new StepInterval(interval.start(), interval.end());
        }

        Interval interval() {
            return new Interval(start == null ? 0 : start, end == null ? 1 : end);
        }
    }

    /**
     * Returns this request as versions that did not write intervals meant it: an interval that is absent is that of all steps. A stored
     * request and the notes of a picture are read in this way, because the defaults of the model may have intervals today.
     */
    public RequestJson recorded() {
        StepInterval all = StepInterval.of(Interval.ALL);
        return new RequestJson(
                prompt,
                negative,
                styles,
                strength,
                guidance,
                styleGuidance,
                guidanceMode,
                first(guidanceInterval, all),
                first(styleInterval, all),
                steps,
                sampler,
                seed,
                count,
                width,
                height,
                init,
                initStrength,
                precision,
                preset);
    }

    /** Returns only the fields that a {@link Preset} can set. */
    public RequestJson settings() {
        return new RequestJson(
                null,
                null,
                null,
                strength,
                guidance,
                styleGuidance,
                guidanceMode,
                guidanceInterval,
                styleInterval,
                steps,
                sampler,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Returns the JSON form of a request without its init picture. */
    public static RequestJson of(Request request) {
        return of(request, null, null, null);
    }

    /**
     * Returns the JSON form of a request.
     *
     * @param model the id of the model that draws, for styles that do not name a model; null if it is not known
     * @param init the id of the init picture; null if there is none or it is not known
     * @param initStrength how much of the init picture may change; null if there is none
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
                initStrength,
                request.precision() == null ? null : request.precision().toString(),
                null);
    }

    /** Finds the style that a request names. */
    @FunctionalInterface
    public interface StyleLookup {
        /** Accepts styles that are named by their codes. */
        StyleLookup BY_CODE = (field, style) -> {
            CodeText code = InvalidFieldException.check(field + ".code", style::text);
            return InvalidFieldException.check(
                    field + ".weight", () -> WeightedStyle.of(code, style.weightOrDefault()));
        };

        /**
         * Finds a style.
         *
         * @param field the position of the style in the request, such as {@code styles[0]}
         */
        WeightedStyle find(String field, StyleJson style);
    }

    /**
     * Returns the request. Its styles must be named by their codes. The result has no init picture.
     *
     * @throws InvalidFieldException if a value is out of range, the sampler is unknown, a code cannot be read, or only one of width
     *     and height is given
     */
    public Request request() {
        if ((width == null) != (height == null)) {
            throw new InvalidFieldException(
                    width == null ? "width" : "height",
                    "the size is " + width + "x" + height + "; expected both sides or neither");
        }
        return request(StyleLookup.BY_CODE, null, null);
    }

    /**
     * Returns the request, for a caller that can look up the ids in it.
     *
     * @param lookup finds the styles
     * @param usual the size that supplies a missing width or height; may be null if both or neither are given
     * @param start the init picture; null if there is none
     * @throws InvalidFieldException if a value is out of range, the sampler is unknown, or a style is null
     */
    public Request request(StyleLookup lookup, @Nullable Size usual, @Nullable InitPicture start) {
        Request set = preset == null ? Request.of("") : Request.of("").preset(presetNamed(preset));
        Request.Builder request = set.toBuilder();
        InvalidFieldException.check(
                "prompt", () -> request.prompt(prompt == null ? "" : prompt).build());
        InvalidFieldException.check("negative", () -> request.negative(negative == null ? "" : negative)
                .build());
        InvalidFieldException.check(
                "styles", () -> request.styles(found(lookup)).build());
        InvalidFieldException.check("strength", () -> request.strength(first(strength, set.strength()))
                .build());
        InvalidFieldException.check("guidance", () -> guidance(set.guidance(), null));
        Guidance all = InvalidFieldException.check("styleGuidance", () -> guidance(set.guidance(), styleGuidance));
        InvalidFieldException.check(
                "steps",
                () -> request.guidance(all).steps(first(steps, set.steps())).build());
        InvalidFieldException.check(
                "sampler", () -> request.sampler(sampler == null ? set.sampler() : Sampler.of(sampler))
                        .build());
        request.size(size(usual)).seed(seed).precision(precision(precision));
        InvalidFieldException.check(
                "count", () -> request.count(count == null ? 1 : count).build());
        return request.init(start).build();
    }

    private List<WeightedStyle> found(StyleLookup lookup) {
        List<WeightedStyle> found = new ArrayList<>();
        for (int i = 0; styles != null && i < styles.size(); i++) {
            String field = "styles[" + i + "]";
            @Nullable StyleJson style = styles.get(i); // a list in JSON may have null in it
            if (style == null) {
                throw new InvalidFieldException(
                        field, field + " is null; expected an object with a code, or the text of a code");
            }
            found.add(lookup.find(field, style));
        }
        return found;
    }

    // A style scale without a mode means the mode that has one, whatever the preset says.
    private Guidance guidance(Guidance preset, @Nullable Double style) {
        return new Guidance(
                guidanceMode == null && style != null ? null : first(mode(guidanceMode), preset.mode()),
                first(guidance, preset.text()),
                first(style, preset.style()),
                first(interval("guidanceInterval", guidanceInterval), preset.textInterval()),
                first(interval("styleInterval", styleInterval), preset.styleInterval()));
    }

    private static @Nullable Interval interval(String field, @Nullable StepInterval interval) {
        return interval == null ? null : InvalidFieldException.check(field, interval::interval);
    }

    private static <T> @Nullable T first(@Nullable T field, @Nullable T preset) {
        return field == null ? preset : field;
    }

    private static Preset presetNamed(String name) {
        return Objects.requireNonNull(constant("preset", "preset", Preset.class, name, "released or fast"));
    }

    private @Nullable Size size(@Nullable Size usual) {
        if (width == null && height == null) {
            return usual;
        }
        int w = width == null ? Objects.requireNonNull(usual).width() : width;
        int h = height == null ? Objects.requireNonNull(usual).height() : height;
        InvalidFieldException.check("width", () -> new Size(w, 1));
        return InvalidFieldException.check("height", () -> new Size(w, h));
    }

    private static @Nullable GuidanceMode mode(@Nullable String name) {
        return constant("guidanceMode", "guidance mode", GuidanceMode.class, name, "reference, joint or separate");
    }

    private static @Nullable Precision precision(@Nullable String name) {
        return constant("precision", "precision", Precision.class, name, "float32, float16 or bfloat16");
    }

    private static <E extends Enum<E>> @Nullable E constant(
            String field, String noun, Class<E> type, @Nullable String name, String expected) {
        if (name == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidFieldException(field, "the " + noun + " is '" + name + "'; expected " + expected);
        }
    }
}
