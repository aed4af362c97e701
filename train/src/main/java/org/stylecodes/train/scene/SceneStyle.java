package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/**
 * How a scene is drawn, whatever it shows.
 *
 * @param id the seed that the style came from
 * @param lineArt only lines in ink on the sky's colour
 * @param shadow a soft shadow under every object
 */
public record SceneStyle(
        long id,
        PaletteFamily family,
        ScenePalette palette,
        Outline outline,
        boolean lineArt,
        boolean shadow,
        Texture texture) {

    public SceneStyle {
        if (lineArt && outline == Outline.NONE) {
            throw new IllegalArgumentException(
                    "style " + id + " is line art without an outline; give it THIN or THICK");
        }
    }

    /**
     * The style of a seed: the same seed gives the same style. A test on unseen styles takes its seeds from a range that
     * training does not touch.
     */
    public static SceneStyle of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PaletteFamily[] families = PaletteFamily.values();
        PaletteFamily family = families[random.nextInt(families.length)];
        ScenePalette palette = ScenePalette.of(family, random);
        boolean lineArt = random.nextInt(14) == 0;
        Outline outline = drawOutline(lineArt, random);
        boolean shadow = random.nextInt(5) == 0 && !lineArt;
        Texture texture = Texture.draw(random);
        return new SceneStyle(
                seed, family, lineArt ? palette.forLineArt() : palette, outline, lineArt, shadow, texture);
    }

    /** This style with another texture. */
    public SceneStyle withTexture(Texture other) {
        return new SceneStyle(id, family, palette, outline, lineArt, shadow, other);
    }

    /** This style as it shows in areas of colour: line art becomes tones between its sky and its ink. */
    SceneStyle inAreas() {
        return lineArt ? new SceneStyle(id, family, palette.inTonesOfInk(), outline, false, shadow, texture) : this;
    }

    private static Outline drawOutline(boolean needed, SplittableRandom random) {
        if (!needed && random.nextInt(5) < 2) {
            return Outline.NONE;
        }
        return random.nextBoolean() ? Outline.THIN : Outline.THICK;
    }
}
