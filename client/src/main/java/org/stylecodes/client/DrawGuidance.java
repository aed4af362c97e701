package org.stylecodes.client;

import org.jspecify.annotations.Nullable;

/**
 * How strongly prompt and style pull at a picture.
 *
 * @param mode {@code reference}, {@code joint} or {@code separate}
 * @param text the scale of the prompt; 1 amplifies nothing
 * @param style the scale of the style, in the mode {@code separate} alone; null in others
 */
public record DrawGuidance(
        String mode, double text, @Nullable Double style) {
    /** As released: the style is not amplified. */
    public static DrawGuidance reference(double text) {
        return new DrawGuidance("reference", text, null);
    }

    /** Prompt and style amplified together. */
    public static DrawGuidance joint(double scale) {
        return new DrawGuidance("joint", scale, null);
    }

    /** Prompt and style each amplified by a scale of its own. */
    public static DrawGuidance separate(double text, double style) {
        return new DrawGuidance("separate", text, style);
    }
}
