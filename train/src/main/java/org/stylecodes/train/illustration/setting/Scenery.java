package org.stylecodes.train.illustration.setting;

import java.util.Set;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.Layer;

/** Paints ground, sky and far things of a picture in the colours of its style. */
public final class Scenery {
    private Scenery() {}

    /**
     * Paints the places and what things stand on.
     *
     * @param layer what is painted on
     * @param palette the colours; nature's own are used beside it if things keep the drawing's colours
     * @param horizon the upper edge of the ground, in pixels from the top
     * @param seed what decides where stars and waves are
     */
    public static void paint(
            Layer layer, Palette palette, Set<Place> places, Terrain terrain, float horizon, long seed) {
        SceneryColours colours = new SceneryColours(palette);
        places.forEach(place -> new SkyPainter(layer, colours, seed).paint(place));
        places.forEach(place -> new FarPainter(layer, colours, seed + 1).paint(place, horizon));
        new GroundPainter(layer, colours, seed + 2).paint(terrain, horizon);
    }
}
