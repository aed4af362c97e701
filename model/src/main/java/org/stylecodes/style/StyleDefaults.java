package org.stylecodes.style;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Interval;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.format.Config;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.sampler.UnknownSamplerException;

/**
 * The values of fields that a request leaves out.
 *
 * @param strength how much the control branch changes the base: 0 is not at all, 1 is as trained
 * @param guidance scale of the text guidance, 0 to {@link Guidance#HIGHEST}
 * @param styleGuidance scale of the style guidance, in the same range, used if the mode has one
 * @param mode what guidance amplifies
 * @param guidanceInterval the steps in which the prompt is amplified
 * @param styleInterval the steps in which the style acts
 * @param steps sampling steps
 * @param sampler the sampler
 * @param width width of a picture in pixels, a multiple of 8
 * @param height height of a picture in pixels, a multiple of 8
 */
public record StyleDefaults(
        double strength,
        double guidance,
        double styleGuidance,
        GuidanceMode mode,
        Interval guidanceInterval,
        Interval styleInterval,
        int steps,
        Sampler sampler,
        int width,
        int height) {
    private static final int SIZE_STEP = 8;

    /** @throws IllegalArgumentException if a value is outside its range */
    public StyleDefaults {
        between("strength", strength, 1);
        between("guidance", guidance, Guidance.HIGHEST);
        between("style_guidance", styleGuidance, Guidance.HIGHEST);
        if (steps < 1 || steps > Request.MOST_STEPS) {
            throw new IllegalArgumentException("steps is " + steps + ", expected 1 to " + Request.MOST_STEPS);
        }
        side("width", width);
        side("height", height);
    }

    /**
     * The values for the released checkpoint, and for style parts that give no defaults. They were derived with the built-in model, see
     * {@code docs/reference/measures.md}. {@link org.stylecodes.Preset#RELEASED} has those of the released scripts.
     */
    public static StyleDefaults recommended() {
        return new StyleDefaults(
                0.9, 3, 1, GuidanceMode.JOINT, new Interval(0, 0.6), new Interval(0, 0.8), 10, Sampler.UNIPC, 512, 512);
    }

    /** The values for fields that are absent from given defaults: those of the released scripts, as in version 0.1. */
    private static StyleDefaults absent() {
        return new StyleDefaults(
                0.9, 3, 1, GuidanceMode.REFERENCE, Interval.ALL, Interval.ALL, 20, Sampler.DDIM, 512, 512);
    }

    /** Takes the values of a request with all defaults filled in. */
    public static StyleDefaults of(Request filled) {
        Guidance guidance = filled.guidance();
        Size size = Objects.requireNonNull(filled.size());
        return new StyleDefaults(
                Objects.requireNonNull(filled.strength()),
                Objects.requireNonNull(guidance.text()),
                guidance.style() == null ? absent().styleGuidance : guidance.style(),
                Objects.requireNonNull(guidance.mode()),
                Objects.requireNonNull(guidance.textInterval()),
                Objects.requireNonNull(guidance.styleInterval()),
                Objects.requireNonNull(filled.steps()),
                Objects.requireNonNull(filled.sampler()),
                size.width(),
                size.height());
    }

    static StyleDefaults of(Config config) {
        StyleDefaults absent = absent();
        try {
            StyleDefaults read = new StyleDefaults(
                    config.number("strength", absent.strength),
                    config.number("guidance", absent.guidance),
                    config.number("style_guidance", absent.styleGuidance),
                    config.choice("guidance_mode", absent.mode),
                    interval(config, "guidance_interval"),
                    interval(config, "style_interval"),
                    config.integer("steps", absent.steps),
                    sampler(config, absent.sampler),
                    config.integer("width", absent.width),
                    config.integer("height", absent.height));
            config.done();
            return read;
        } catch (IllegalArgumentException e) {
            throw config.refused(e);
        }
    }

    /** Returns the form in {@code style/config.json}. Intervals of all steps are left out, so that version 0.1 reads the folder. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("strength", strength)
                .put("guidance", guidance)
                .put("style_guidance", styleGuidance)
                .put("guidance_mode", mode.name().toLowerCase(Locale.ROOT))
                .put("steps", steps)
                .put("sampler", sampler.id())
                .put("width", width)
                .put("height", height);
        put(json, "guidance_interval", guidanceInterval);
        put(json, "style_interval", styleInterval);
        return json;
    }

    private static void put(ObjectNode json, String key, Interval interval) {
        if (!interval.equals(Interval.ALL)) {
            json.putArray(key).add(interval.start()).add(interval.end());
        }
    }

    private static Interval interval(Config config, String key) {
        List<Double> ends = config.has(key) ? config.numbers(key) : List.of(0.0, 1.0);
        if (ends.size() != 2) {
            throw new IllegalArgumentException(key + " has " + ends.size() + " numbers, expected a start and an end");
        }
        try {
            return new Interval(ends.get(0), ends.get(1));
        } catch (InvalidRequestException e) {
            throw config.refused(e);
        }
    }

    private static Sampler sampler(Config config, Sampler absent) {
        try {
            return config.has("sampler") ? Sampler.of(config.text("sampler")) : absent;
        } catch (UnknownSamplerException e) {
            throw config.refused(e);
        }
    }

    private static void between(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number from 0 to " + most);
        }
    }

    private static void side(String name, int pixels) {
        if (pixels < SIZE_STEP || pixels > Size.LONGEST || pixels % SIZE_STEP != 0) {
            throw new IllegalArgumentException(name + " is " + pixels + ", expected a multiple of " + SIZE_STEP
                    + " of at most " + Size.LONGEST + " pixels");
        }
    }
}
