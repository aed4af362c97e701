package org.stylecodes.train.illustration.setting;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Layer;

/** Paints what is in the sky or falls from it. */
final class SkyPainter {
    private final Layer layer;
    private final SceneryColours colours;
    private final SplittableRandom random;
    private final float unit;

    SkyPainter(Layer layer, SceneryColours colours, long seed) {
        this.layer = layer;
        this.colours = colours;
        this.random = new SplittableRandom(seed);
        this.unit = layer.side() / 256f;
    }

    /** Paints what belongs to the place. */
    void paint(Place place) {
        switch (place) {
            case NIGHT -> night();
            case SUN -> sun();
            case RAIN -> rain();
            case CLOUDS -> clouds();
            case SNOW -> flakes();
            default -> {}
        }
    }

    private void night() {
        Colour light = colours.natural() ? Colour.of(colours.dark() ? .93 : .68, .11, .25) : colours.sky();
        Pen pen = pen(light);
        float x = layer.side() * (.12f + .76f * random.nextInt(2));
        float y = 32 * unit;
        pen.disc(x, y, 19 * unit);
        erase(x + 9 * unit, y - 6 * unit, 16 * unit);
        for (int i = 0; i < 14; i++) {
            float starX = layer.side() * (float) random.nextDouble();
            float starY = layer.side() * .62f * (float) random.nextDouble();
            float size = (4 + 3 * (float) random.nextDouble()) * unit;
            pen.stroke(starX - size, starY, starX + size, starY, 2.6f * unit);
            pen.stroke(starX, starY - size, starX, starY + size, 2.6f * unit);
            pen.disc(starX, starY, 3 * unit);
        }
    }

    private void sun() {
        Pen pen = pen(colours.natural() ? Colour.of(colours.dark() ? .85 : .83, .17, .24) : colours.sky());
        float x = layer.side() * (.13f + .74f * random.nextInt(2));
        float y = 34 * unit;
        pen.disc(x, y, 16 * unit);
        for (int ray = 0; ray < 10; ray++) {
            float cosine = (float) StrictMath.cos(2 * StrictMath.PI * ray / 10);
            float sine = (float) StrictMath.sin(2 * StrictMath.PI * ray / 10);
            pen.stroke(
                    x + 21 * unit * cosine,
                    y + 21 * unit * sine,
                    x + 29 * unit * cosine,
                    y + 29 * unit * sine,
                    4 * unit);
        }
    }

    private void rain() {
        Pen pen = pen(colours.natural() ? Colour.of(colours.dark() ? .72 : .6, .09, .68) : colours.sky());
        for (int i = 0; i < 38; i++) {
            float x = layer.side() * (float) random.nextDouble();
            float y = layer.side() * (float) random.nextDouble();
            pen.stroke(x, y, x - 5 * unit, y + 16 * unit, 3.6f * unit);
        }
    }

    private void flakes() {
        Pen pen = pen(
                !colours.natural()
                        ? colours.sky()
                        : colours.dark()
                                ? Colour.of(.95, .01, .7)
                                : colours.palette().paper().lighter(-.15f));
        for (int i = 0; i < 34; i++) {
            pen.disc(
                    layer.side() * (float) random.nextDouble(),
                    layer.side() * .8f * (float) random.nextDouble(),
                    (3 + 2.2f * (float) random.nextDouble()) * unit);
        }
    }

    private void clouds() {
        Colour colour = colours.dark()
                ? colours.palette().paper().lighter(.3f)
                : colours.palette().paper().lightness() > .87f ? Colour.of(.82, .045, .68) : Colour.of(.97, .01, .7);
        if (!colours.natural() && !colours.dark()) {
            colour = colours.palette().paperAccent().lighter(-.06f);
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

    private Pen pen(Colour colour) {
        return new Pen(layer, colour);
    }
}
