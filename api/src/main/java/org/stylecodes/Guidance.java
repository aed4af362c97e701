package org.stylecodes;

import org.jspecify.annotations.Nullable;
import org.stylecodes.error.InvalidRequestException;

/**
 * How strongly the prompt and the style are amplified (classifier-free guidance, Ho and Salimans 2022). Components that are null take
 * the model's defaults.
 *
 * @param mode what is amplified; null for the model's mode, or for {@link GuidanceMode#SEPARATE} if a style scale is given
 * @param text the scale of the prompt, 0 to {@value #HIGHEST}; 1 amplifies nothing and takes about half the time
 * @param style the scale of the style, 0 to {@value #HIGHEST}; allowed only in {@link GuidanceMode#SEPARATE}
 * @param textInterval the steps in which the prompt is amplified; in other steps its scale is 1 (Kynkäänniemi et al. 2024)
 * @param styleInterval the steps in which the style acts at all; outside of them the picture is drawn as without a style
 */
public record Guidance(
        @Nullable GuidanceMode mode,
        @Nullable Double text,
        @Nullable Double style,
        @Nullable Interval textInterval,
        @Nullable Interval styleInterval) {
    /** The largest scale. Pictures fall apart at scales far below it. */
    public static final double HIGHEST = 100;

    /** The model's defaults. */
    public static final Guidance DEFAULT = new Guidance(null, null, null, null, null);

    /**
     * Checks the scales.
     *
     * @throws InvalidRequestException if a scale is out of range, or the style has a scale in another mode than
     *     {@link GuidanceMode#SEPARATE}
     */
    public Guidance {
        requireScale("guidance", text);
        requireScale("style guidance", style);
        if (style != null && mode != null && mode != GuidanceMode.SEPARATE) {
            throw new InvalidRequestException("the style guidance is " + style + ", but the mode " + mode
                    + " has no scale for the style; leave it out, or use the mode " + GuidanceMode.SEPARATE);
        }
    }

    /** Amplifies the prompt by a scale, in the model's mode. */
    public static Guidance of(double text) {
        return DEFAULT.text(text);
    }

    /** Amplifies only the prompt, as the published release does, in the model's steps. */
    public static Guidance reference(double text) {
        return new Guidance(GuidanceMode.REFERENCE, text, null, null, null);
    }

    /** Amplifies the prompt and the style together, in the model's steps. */
    public static Guidance joint(double scale) {
        return new Guidance(GuidanceMode.JOINT, scale, null, null, null);
    }

    /** Amplifies the prompt and the style by separate scales, in the model's steps. */
    public static Guidance separate(double text, double style) {
        return new Guidance(GuidanceMode.SEPARATE, text, style, null, null);
    }

    /** Returns a copy with this scale of the prompt. */
    public Guidance text(double text) {
        return new Guidance(mode, text, style, textInterval, styleInterval);
    }

    /** Returns a copy with this scale of the style, in the mode {@link GuidanceMode#SEPARATE}. */
    public Guidance style(double style) {
        return new Guidance(GuidanceMode.SEPARATE, text, style, textInterval, styleInterval);
    }

    /** Returns a copy that amplifies the prompt only in these steps. */
    public Guidance textWithin(Interval interval) {
        return new Guidance(mode, text, style, interval, styleInterval);
    }

    /** Returns a copy in which the style acts only in these steps. */
    public Guidance styleWithin(Interval interval) {
        return new Guidance(mode, text, style, textInterval, interval);
    }

    /** Fills components that are null from defaults in which none is null. */
    Guidance orElse(Guidance defaults) {
        GuidanceMode known = mode != null ? mode : style != null ? GuidanceMode.SEPARATE : defaults.mode;
        Double ownStyle = style != null ? style : defaults.style == null ? Double.valueOf(1) : defaults.style;
        return new Guidance(
                known,
                text == null ? defaults.text : text,
                known == GuidanceMode.SEPARATE ? ownStyle : null,
                textInterval == null ? defaults.textInterval : textInterval,
                styleInterval == null ? defaults.styleInterval : styleInterval);
    }

    private static void requireScale(String name, @Nullable Double scale) {
        if (scale != null && !(scale >= 0 && scale <= HIGHEST)) {
            throw new InvalidRequestException(
                    "the " + name + " is " + scale + "; expected 0 to " + HIGHEST + ", of which 1 to 8 are useful");
        }
    }
}
