package org.stylecodes;

import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;

/**
 * How strongly text and style pull at a picture (classifier-free guidance, Ho and Salimans 2022). What is null is up to the
 * model.
 *
 * @param mode what is amplified; null for the model's, or {@link GuidanceMode#SEPARATE} where a style scale is given
 * @param text the scale of the prompt, 0 to {@value #HIGHEST}; 1 amplifies nothing and takes about half the time
 * @param style the scale of the style, 0 to {@value #HIGHEST}, in {@link GuidanceMode#SEPARATE} alone
 * @param textInterval the steps in which the prompt is amplified; in others its scale is 1 (Kynkäänniemi et al. 2024)
 * @param styleInterval the steps in which the style acts at all
 */
public record Guidance(
        @Nullable GuidanceMode mode,
        @Nullable Double text,
        @Nullable Double style,
        Interval textInterval,
        Interval styleInterval) {
    /** The largest scale; far below it pictures fall apart already. */
    public static final double HIGHEST = 100;

    /** Everything as the model likes it, in all steps. */
    public static final Guidance DEFAULT = new Guidance(null, null, null, Interval.ALL, Interval.ALL);

    /** @throws InvalidRequestException if a scale is out of range, or the style has one in a mode that has no use for it */
    public Guidance {
        requireScale("guidance", text);
        requireScale("style guidance", style);
        if (style != null && mode != null && mode != GuidanceMode.SEPARATE) {
            throw new InvalidRequestException("the style guidance is " + style + ", but the mode " + mode
                    + " has one scale for both; leave it out, or take the mode " + GuidanceMode.SEPARATE);
        }
    }

    /** The prompt amplified by a scale, in the model's mode. */
    public static Guidance of(double text) {
        return DEFAULT.text(text);
    }

    /** As released: the style is not amplified. */
    public static Guidance reference(double text) {
        return new Guidance(GuidanceMode.REFERENCE, text, null, Interval.ALL, Interval.ALL);
    }

    /** Prompt and style amplified together. */
    public static Guidance joint(double scale) {
        return new Guidance(GuidanceMode.JOINT, scale, null, Interval.ALL, Interval.ALL);
    }

    /** Prompt and style each amplified by a scale of its own. */
    public static Guidance separate(double text, double style) {
        return new Guidance(GuidanceMode.SEPARATE, text, style, Interval.ALL, Interval.ALL);
    }

    /** The same with this scale of the prompt. */
    public Guidance text(double text) {
        return new Guidance(mode, text, style, textInterval, styleInterval);
    }

    /** The same with this scale of the style, which means {@link GuidanceMode#SEPARATE}. */
    public Guidance style(double style) {
        return new Guidance(GuidanceMode.SEPARATE, text, style, textInterval, styleInterval);
    }

    /** The same with the prompt amplified in these steps only. */
    public Guidance textWithin(Interval interval) {
        return new Guidance(mode, text, style, interval, styleInterval);
    }

    /** The same with the style acting in these steps only. */
    public Guidance styleWithin(Interval interval) {
        return new Guidance(mode, text, style, textInterval, interval);
    }

    /** The same with what is null taken from a guidance that leaves nothing open. */
    Guidance orElse(Guidance defaults) {
        GuidanceMode known = mode != null ? mode : style != null ? GuidanceMode.SEPARATE : defaults.mode;
        Double ownStyle = style != null ? style : defaults.style == null ? Double.valueOf(1) : defaults.style;
        return new Guidance(
                known,
                text == null ? defaults.text : text,
                known == GuidanceMode.SEPARATE ? ownStyle : null,
                textInterval,
                styleInterval);
    }

    private static void requireScale(String name, @Nullable Double scale) {
        if (scale != null && !(scale >= 0 && scale <= HIGHEST)) {
            throw new InvalidRequestException(
                    "the " + name + " is " + scale + "; expected 0 to " + HIGHEST + ", of which 1 to 8 are useful");
        }
    }
}
