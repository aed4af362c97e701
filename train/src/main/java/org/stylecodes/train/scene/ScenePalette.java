package org.stylecodes.train.scene;

import java.util.SplittableRandom;
import org.stylecodes.image.Lab;

/** Six colours, one for each {@link Role}, packed as 0xRRGGBB. */
public record ScenePalette(int sky, int ground, int main, int secondary, int accent, int ink) {
    private static final double MAIN_FROM_SKY = 34;
    private static final double NEIGHBOURS = 20;
    private static final double GROUND_FROM_SKY = 9;
    private static final double INK_LIGHTNESS = 30;
    private static final double LINE_ART_LIGHTNESS = 55;

    /** Draws a palette of a family in which objects stand out ({@link #isLegible}). */
    public static ScenePalette of(PaletteFamily family, SplittableRandom random) {
        ScenePalette palette = family.draw(random);
        while (!palette.isLegible()) {
            palette = family.draw(random);
        }
        return palette;
    }

    /** The colour of a role. */
    public int color(Role role) {
        return switch (role) {
            case SKY -> sky;
            case GROUND -> ground;
            case MAIN -> main;
            case SECONDARY -> secondary;
            case ACCENT -> accent;
            case INK -> ink;
        };
    }

    /**
     * Whether an object can be told from what is behind it and its parts from each other, by CIELAB distances: the main colour
     * from the sky by 34, from ground and neighbouring parts by 20, the ink from the main colour by 30 in lightness.
     */
    public boolean isLegible() {
        Lab skyLab = Lab.ofRgb(sky);
        Lab mainLab = Lab.ofRgb(main);
        Lab groundLab = Lab.ofRgb(ground);
        Lab secondaryLab = Lab.ofRgb(secondary);
        Lab accentLab = Lab.ofRgb(accent);
        return mainLab.distance(skyLab) >= MAIN_FROM_SKY
                && mainLab.distance(groundLab) >= NEIGHBOURS
                && mainLab.distance(secondaryLab) >= NEIGHBOURS
                && mainLab.distance(accentLab) >= NEIGHBOURS
                && secondaryLab.distance(skyLab) >= NEIGHBOURS
                && secondaryLab.distance(groundLab) >= GROUND_FROM_SKY
                && secondaryLab.distance(accentLab) >= GROUND_FROM_SKY
                && accentLab.distance(skyLab) >= NEIGHBOURS
                && groundLab.distance(skyLab) >= GROUND_FROM_SKY
                && Math.abs(Lab.ofRgb(ink).lightness() - mainLab.lightness()) >= INK_LIGHTNESS;
    }

    /** This palette reduced to the sky, the ink and tones between them: what line art shows of it. */
    ScenePalette inTonesOfInk() {
        return new ScenePalette(sky, Rgb.mix(sky, ink, .12), Rgb.mix(sky, ink, .6), Rgb.mix(sky, ink, .3), ink, ink);
    }

    /** This palette with an ink that also shows on the sky, for pictures made of lines alone. */
    ScenePalette forLineArt() {
        Lab old = Lab.ofRgb(ink);
        double skyLightness = Lab.ofRgb(sky).lightness();
        double lightness = skyLightness > 50 ? skyLightness - LINE_ART_LIGHTNESS : skyLightness + LINE_ART_LIGHTNESS;
        boolean shows = Math.abs(old.lightness() - skyLightness) >= LINE_ART_LIGHTNESS;
        return shows ? this : withInk(new Lab(lightness, old.a(), old.b()).toRgb());
    }

    private ScenePalette withInk(int newInk) {
        return new ScenePalette(sky, ground, main, secondary, accent, newInk);
    }
}
