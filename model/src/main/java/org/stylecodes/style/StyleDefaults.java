package org.stylecodes.style;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.stylecodes.Guidance;
import org.stylecodes.GuidanceMode;
import org.stylecodes.Request;
import org.stylecodes.Size;
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

    /** The values that the scripts of the release use. */
    public static StyleDefaults released() {
        return new StyleDefaults(0.9, 3, 1, GuidanceMode.REFERENCE, 20, Sampler.DDIM, 512, 512);
    }

    static StyleDefaults of(Config config) {
        StyleDefaults released = released();
        try {
            StyleDefaults read = new StyleDefaults(
                    config.number("strength", released.strength),
                    config.number("guidance", released.guidance),
                    config.number("style_guidance", released.styleGuidance),
                    config.choice("guidance_mode", released.mode),
                    config.integer("steps", released.steps),
                    sampler(config, released.sampler),
                    config.integer("width", released.width),
                    config.integer("height", released.height));
            config.done();
            return read;
        } catch (IllegalArgumentException e) {
            throw config.refused(e);
        }
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("strength", strength)
                .put("guidance", guidance)
                .put("style_guidance", styleGuidance)
                .put("guidance_mode", mode.name().toLowerCase(Locale.ROOT))
                .put("steps", steps)
                .put("sampler", sampler.id())
                .put("width", width)
                .put("height", height);
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
