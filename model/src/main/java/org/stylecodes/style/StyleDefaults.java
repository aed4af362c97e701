package org.stylecodes.style;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.stylecodes.GuidanceMode;
import org.stylecodes.format.Config;

/**
 * The values of fields that a request leaves out.
 *
 * @param strength how much the control branch changes the base: 0 is not at all, 1 is as trained
 * @param guidance scale of the text guidance
 * @param styleGuidance scale of the style guidance, used if the mode has one
 * @param mode what guidance amplifies
 * @param steps sampling steps
 * @param sampler the name of a sampler
 * @param width width of a picture in pixels, a multiple of 8
 * @param height height of a picture in pixels, a multiple of 8
 */
public record StyleDefaults(
        double strength,
        double guidance,
        double styleGuidance,
        GuidanceMode mode,
        int steps,
        String sampler,
        int width,
        int height) {
    private static final int MAX_STEPS = 1000;
    private static final int SIZE_STEP = 8;

    /** @throws IllegalArgumentException if a value is outside its range */
    public StyleDefaults {
        notNegative("strength", strength);
        notNegative("guidance", guidance);
        notNegative("style_guidance", styleGuidance);
        if (steps < 1 || steps > MAX_STEPS) {
            throw new IllegalArgumentException("steps is " + steps + ", expected 1 to " + MAX_STEPS);
        }
        if (sampler.isBlank()) {
            throw new IllegalArgumentException("sampler is empty, expected the name of a sampler, such as ddim");
        }
        if (width < SIZE_STEP || height < SIZE_STEP || width % SIZE_STEP != 0 || height % SIZE_STEP != 0) {
            throw new IllegalArgumentException(
                    "the size is " + width + "x" + height + ", expected multiples of " + SIZE_STEP);
        }
    }

    /** The values that the scripts of the release use. */
    public static StyleDefaults released() {
        return new StyleDefaults(0.9, 3, 1, GuidanceMode.REFERENCE, 20, "ddim", 512, 512);
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
                    config.text("sampler", released.sampler),
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
                .put("sampler", sampler)
                .put("width", width)
                .put("height", height);
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number of at least 0");
        }
    }
}
