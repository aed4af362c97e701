package org.stylecodes.train.illustration.setting;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Paints what things stand on. */
final class GroundPainter {
    private final Layer layer;
    private final SceneryColours colours;
    private final SplittableRandom random;
    private final LatticeNoise noise;
    private final float unit;

    GroundPainter(Layer layer, SceneryColours colours, long seed) {
        this.layer = layer;
        this.colours = colours;
        this.random = new SplittableRandom(seed);
        this.noise = new LatticeNoise(seed, 1);
        this.unit = layer.side() / 256f;
    }

    /** Paints the terrain, whose upper edge lies near {@code horizon} (pixels from the top). */
    void paint(Terrain terrain, float horizon) {
        switch (terrain) {
            case NONE -> {}
            case STRIP ->
                pen(colours.terrain(.13, .03, colours.palette().hue())).below(x -> horizon);
            case HILL -> hill(horizon);
            case WATER -> water(horizon);
            case SAND -> sand(horizon);
            case GRASS -> grass(horizon);
            case SNOW -> snow(horizon);
        }
    }

    private void hill(float horizon) {
        float middle = layer.side() * (.4f + .2f * (float) random.nextDouble());
        float width = layer.side() * .62f;
        pen(colours.terrain(.17, .12, .36)).below(x -> {
            double offset = (x - middle) / width;
            return horizon - 6 * unit + 54 * unit * offset * offset;
        });
    }

    private void water(float horizon) {
        Colour colour = colours.terrain(.2, .1, .66);
        pen(colour).below(x -> horizon + 3 * unit * wave(x / (36 * unit)));
        Pen crest = pen(colour.lighter(colours.dark() ? .14f : .13f));
        for (int row = 0; row < 3; row++) {
            float y = horizon + (15 + 14 * row) * unit;
            float start = (float) random.nextDouble() * 40 * unit;
            for (float x = start - 40 * unit; x < layer.side(); x += 44 * unit) {
                crest.stroke(x, y, x + 8 * unit, y - 4 * unit, 3 * unit);
                crest.stroke(x + 8 * unit, y - 4 * unit, x + 17 * unit, y - 3.4f * unit, 3 * unit);
                crest.stroke(x + 17 * unit, y - 3.4f * unit, x + 25 * unit, y, 3 * unit);
            }
        }
    }

    private void sand(float horizon) {
        Colour colour = colours.terrain(.09, .09, .22);
        pen(colour).below(x -> horizon + 5 * unit * wave(x / (150 * unit)));
        Pen pebble = pen(colour.lighter(colours.dark() ? .14f : -.14f));
        for (int i = 0; i < 22; i++) {
            float y = horizon + (9 + 50 * (float) random.nextDouble()) * unit;
            pebble.disc(layer.side() * (float) random.nextDouble(), y, 2 * unit);
        }
    }

    private void grass(float horizon) {
        Colour colour = colours.terrain(.2, .13, .38);
        pen(colour).below(x -> {
            float tooth = x / (9 * unit);
            int index = (int) tooth;
            float height = (6 + 7 * noise.hash(index, 0)) * unit;
            return horizon + 4 * unit - height * (1 - Math.abs(2 * (tooth - index) - 1));
        });
        Pen tuft = pen(colour.lighter(colours.dark() ? .13f : -.11f));
        for (int i = 0; i < 7; i++) {
            float x = layer.side() * (float) random.nextDouble();
            float y = horizon + (16 + 30 * (float) random.nextDouble()) * unit;
            tuft.stroke(x, y, x - 4 * unit, y - 9 * unit, 2.6f * unit);
            tuft.stroke(x, y, x + 4 * unit, y - 9 * unit, 2.6f * unit);
        }
    }

    private void snow(float horizon) {
        Colour cover = colours.dark() ? Colour.of(.8, .03, .68) : Colour.of(.985, .008, .68);
        Colour shade = colours.dark() ? Colour.of(.62, .04, .7) : Colour.of(.84, .035, .7);
        if (!colours.natural()) {
            cover = colours.dark()
                    ? colours.palette().paper().lighter(.4f)
                    : colours.palette().paper().mix(Colour.WHITE, .75f);
            shade = colours.dark()
                    ? colours.palette().paper().lighter(.25f)
                    : colours.palette().paperAccent().lighter(-.05f);
        }
        pen(shade).below(x -> horizon - 5 * unit + 6 * unit * wave(x / (120 * unit)));
        pen(cover).below(x -> horizon + 6 * unit * wave(x / (120 * unit)));
    }

    private Pen pen(Colour colour) {
        return new Pen(layer, colour);
    }

    // A smooth wave from -1 to 1, one period a unit.
    private static float wave(float position) {
        float part = position - (float) StrictMath.floor(position);
        float triangle = Math.abs(2 * part - 1);
        return 2 * triangle * triangle * (3 - 2 * triangle) - 1;
    }
}
