package org.stylecodes.train.illustration.setting;

import java.util.Set;
import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Paints ground, sky and far things of a picture in the colours of its style. */
public final class Scenery {
    private final Layer layer;
    private final Palette palette;
    private final boolean natural;
    private final SplittableRandom random;
    private final LatticeNoise noise;
    private final float unit;

    /**
     * A painter of one picture.
     *
     * @param layer what is painted on
     * @param palette the colours; nature's own are used beside it if things keep the drawing's colours
     * @param seed what decides where stars and waves are
     */
    public Scenery(Layer layer, Palette palette, long seed) {
        this.layer = layer;
        this.palette = palette;
        this.natural = palette.colouring() == Colouring.DRAWN;
        this.random = new SplittableRandom(seed);
        this.noise = new LatticeNoise(seed, 1);
        this.unit = layer.side() / 256f;
    }

    /** Paints the places and what things stand on, whose upper edge lies near {@code horizon} (pixels from the top). */
    public void paint(Set<Place> places, Terrain terrain, float horizon) {
        for (Place place : places) {
            switch (place) {
                case NIGHT -> night();
                case SUN -> sun();
                case RAIN -> rain();
                case CLOUDS -> clouds();
                case SNOW -> flakes();
                case FOREST -> forest(horizon);
                case MOUNTAINS -> mountains(horizon);
                case CITY -> city(horizon);
                case HILL, SEA, MEADOW, BEACH -> {}
            }
        }
        ground(terrain, horizon);
    }

    private void ground(Terrain terrain, float horizon) {
        switch (terrain) {
            case NONE -> {}
            case STRIP -> pen(terrainColour(.13, .03, palette.hue())).below(x -> horizon);
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
        pen(terrainColour(.17, .12, .36)).below(x -> {
            double offset = (x - middle) / width;
            return horizon - 6 * unit + 54 * unit * offset * offset;
        });
    }

    private void water(float horizon) {
        Colour colour = terrainColour(.2, .1, .66);
        pen(colour).below(x -> horizon + 3 * unit * wave(x / (36 * unit)));
        Pen crest = pen(colour.lighter(palette.dark() ? .14f : .13f));
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
        Colour colour = terrainColour(.09, .09, .22);
        pen(colour).below(x -> horizon + 5 * unit * wave(x / (150 * unit)));
        Pen pebble = pen(colour.lighter(palette.dark() ? .14f : -.14f));
        for (int i = 0; i < 22; i++) {
            float y = horizon + (9 + 50 * (float) random.nextDouble()) * unit;
            pebble.disc(layer.side() * (float) random.nextDouble(), y, 2 * unit);
        }
    }

    private void grass(float horizon) {
        Colour colour = terrainColour(.2, .13, .38);
        pen(colour).below(x -> {
            float tooth = x / (9 * unit);
            int index = (int) tooth;
            float height = (6 + 7 * noise.hash(index, 0)) * unit;
            return horizon + 4 * unit - height * (1 - Math.abs(2 * (tooth - index) - 1));
        });
        Pen tuft = pen(colour.lighter(palette.dark() ? .13f : -.11f));
        for (int i = 0; i < 7; i++) {
            float x = layer.side() * (float) random.nextDouble();
            float y = horizon + (16 + 30 * (float) random.nextDouble()) * unit;
            tuft.stroke(x, y, x - 4 * unit, y - 9 * unit, 2.6f * unit);
            tuft.stroke(x, y, x + 4 * unit, y - 9 * unit, 2.6f * unit);
        }
    }

    private void snow(float horizon) {
        Colour cover = palette.dark() ? Colour.of(.8, .03, .68) : Colour.of(.985, .008, .68);
        Colour shade = palette.dark() ? Colour.of(.62, .04, .7) : Colour.of(.84, .035, .7);
        if (!natural) {
            cover = palette.dark() ? palette.paper().lighter(.4f) : palette.paper().mix(Colour.WHITE, .75f);
            shade = palette.dark() ? palette.paper().lighter(.25f) : palette.paperAccent().lighter(-.05f);
        }
        pen(shade).below(x -> horizon - 5 * unit + 6 * unit * wave(x / (120 * unit)));
        pen(cover).below(x -> horizon + 6 * unit * wave(x / (120 * unit)));
    }

    private void forest(float horizon) {
        Colour colour = far(.1, .37);
        float tree = 30 * unit;
        pen(colour).below(x -> {
            float position = x / tree;
            int index = (int) position;
            float height = (52 + 40 * noise.hash(index, 7)) * unit;
            float slope = 1 - Math.abs(2 * (position - index) - 1);
            // Three storeys of branches, each drawn in a little.
            double storey = slope * 3 - StrictMath.floor(slope * 3);
            return horizon - height * (slope + .1 * (storey - .5)) - 6 * unit;
        });
    }

    private void mountains(float horizon) {
        double shift = random.nextDouble();
        for (int range = 0; range < 2; range++) {
            float width = (range == 0 ? 128 : 92) * unit;
            float height = (range == 0 ? 120 : 62) * unit;
            float start = (float) (shift + range * .37) * width;
            int salt = range;
            pen(far(range == 0 ? .03 : .05, .7).lighter(range == 0 ? 0 : palette.dark() ? .07f : -.07f))
                    .below(x -> {
                        float position = (x + start) / width;
                        int index = (int) position;
                        float peak = height * (.7f + .3f * noise.hash(index, salt));
                        return horizon - peak * (1 - Math.abs(2 * (position - index) - 1));
                    });
        }
    }

    private void city(float horizon) {
        Colour wall = far(.03, .7);
        Pen window = pen(wall.lighter(palette.dark() ? .2f : .14f));
        float x = -(float) random.nextDouble() * 30 * unit;
        while (x < layer.side()) {
            float from = x;
            float width = (30 + 16 * (float) random.nextDouble()) * unit;
            float height = (60 + 80 * (float) random.nextDouble()) * unit;
            pen(wall).below(column -> column >= from && column < from + width - 3 * unit ? horizon - height : layer.side());
            for (float y = horizon - height + 12 * unit; y < horizon - 8 * unit; y += 17 * unit) {
                for (float at = from + 8 * unit; at < from + width - 9 * unit; at += 13 * unit) {
                    window.stroke(at, y, at, y + 5 * unit, 5 * unit);
                }
            }
            x += width;
        }
    }

    private void night() {
        Colour light = natural ? Colour.of(palette.dark() ? .93 : .68, .11, .25) : skyColour();
        Pen pen = pen(light);
        float x = layer.side() * (.12f + .76f * random.nextInt(2));
        float y = 32 * unit;
        pen.disc(x, y, 19 * unit);
        erase(x + 9 * unit, y - 6 * unit, 16 * unit);
        for (int i = 0; i < 14; i++) {
            float starX = layer.side() * (float) random.nextDouble();
            float starY = layer.side() * .62f * (float) random.nextDouble();
            float size = (3 + 2.5f * (float) random.nextDouble()) * unit;
            pen.stroke(starX - size, starY, starX + size, starY, 2 * unit);
            pen.stroke(starX, starY - size, starX, starY + size, 2 * unit);
            pen.disc(starX, starY, 2.2f * unit);
        }
    }

    private void sun() {
        Pen pen = pen(natural ? Colour.of(palette.dark() ? .85 : .83, .17, .24) : skyColour());
        float x = layer.side() * (.13f + .74f * random.nextInt(2));
        float y = 34 * unit;
        pen.disc(x, y, 16 * unit);
        for (int ray = 0; ray < 10; ray++) {
            float cosine = (float) StrictMath.cos(2 * StrictMath.PI * ray / 10);
            float sine = (float) StrictMath.sin(2 * StrictMath.PI * ray / 10);
            pen.stroke(
                    x + 21 * unit * cosine, y + 21 * unit * sine, x + 29 * unit * cosine, y + 29 * unit * sine, 4 * unit);
        }
    }

    private void rain() {
        Pen pen = pen(natural ? Colour.of(palette.dark() ? .72 : .6, .09, .68) : skyColour());
        for (int i = 0; i < 38; i++) {
            float x = layer.side() * (float) random.nextDouble();
            float y = layer.side() * (float) random.nextDouble();
            pen.stroke(x, y, x - 5 * unit, y + 15 * unit, 2.8f * unit);
        }
    }

    private void flakes() {
        Pen pen = pen(
                !natural ? skyColour() : palette.dark() ? Colour.of(.95, .01, .7) : palette.paper().lighter(-.15f));
        for (int i = 0; i < 34; i++) {
            pen.disc(
                    layer.side() * (float) random.nextDouble(),
                    layer.side() * .8f * (float) random.nextDouble(),
                    (2.2f + 2.2f * (float) random.nextDouble()) * unit);
        }
    }

    private void clouds() {
        Colour colour = palette.dark()
                ? palette.paper().lighter(.3f)
                : palette.paper().lightness() > .87f ? Colour.of(.82, .045, .68) : Colour.of(.97, .01, .7);
        if (!natural && !palette.dark()) {
            colour = palette.paperAccent().lighter(-.06f);
        }
        Pen pen = pen(colour);
        for (int i = 0; i < 4; i++) {
            float x = layer.side() * (.08f + .84f * (float) random.nextDouble());
            float y = layer.side() * (.1f + .8f * i / 4 + .1f * (float) random.nextDouble());
            pen.disc(x - 18 * unit, y + 4 * unit, 12 * unit);
            pen.disc(x, y - 3 * unit, 17 * unit);
            pen.disc(x + 19 * unit, y + 3 * unit, 13 * unit);
            pen.stroke(x - 18 * unit, y + 8 * unit, x + 20 * unit, y + 8 * unit, 16 * unit);
        }
    }

    private void erase(float centreX, float centreY, float radius) {
        Layer hole = Layer.transparent(layer.side());
        new Pen(hole, Colour.WHITE).disc(centreX, centreY, radius);
        for (int i = 0; i < hole.alpha().length; i++) {
            float rest = 1 - hole.alpha()[i];
            layer.red()[i] *= rest;
            layer.green()[i] *= rest;
            layer.blue()[i] *= rest;
            layer.alpha()[i] *= rest;
        }
    }

    private Colour skyColour() {
        return palette.dark() ? palette.paper().lighter(.45f) : palette.paper().lighter(-.24f);
    }

    // A colour for far things: near the paper, so that what stands before it stays clear.
    private Colour far(double chroma, double hue) {
        float change = palette.dark() ? .12f : -.1f;
        double lightness = palette.paper().lightness() + change;
        return natural ? Colour.of(lightness, chroma, hue) : palette.paperAccent().lighter(change / 2);
    }

    private Colour terrainColour(double contrast, double chroma, double hue) {
        float paper = palette.paper().lightness();
        double lightness = palette.dark() ? paper + contrast * .8 : paper - contrast;
        return natural
                ? Colour.of(lightness, chroma, hue)
                : Colour.of(lightness, .02 + chroma * .55, contrast > .15 ? palette.hue() : palette.hue() + .06);
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
