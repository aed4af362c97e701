package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Oklab;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Distance;
import org.stylecodes.train.illustration.raster.Layer;

/** Sets off things that would be lost against what lies behind them. */
public final class Rim {
    private static final float CLEAR = .17f; // distance in OKLab that an eye sees at a glance
    private static final float LOST = .3f; // share of an outline

    private Rim() {}

    /** The things with a thin line around them if they would be lost, else the things as they are. */
    static Layer around(Layer things, Layer behind, Colour ink) {
        return isLost(things, behind) ? rimmed(things, ink, things.side() / 256f) : things;
    }

    /** Whether almost a third of the things' outline is hard to tell from what lies behind. */
    static boolean isLost(Layer things, Layer behind) {
        int side = things.side();
        float unit = side / 256f;
        float[] deep = Distance.inside(things.alpha(), side);
        float[] thing = new float[3];
        float[] ground = new float[3];
        int outline = 0;
        int lost = 0;
        for (int i = 0; i < deep.length; i++) {
            float alpha = things.alpha()[i];
            if (deep[i] > 1 && deep[i] < 4 * unit && alpha > .9f) {
                Oklab.fromRgb(things.red()[i] / alpha, things.green()[i] / alpha, things.blue()[i] / alpha, thing);
                Oklab.fromRgb(behind.red()[i], behind.green()[i], behind.blue()[i], ground);
                float lightness = thing[0] - ground[0];
                float a = thing[1] - ground[1];
                float b = thing[2] - ground[2];
                outline++;
                lost += lightness * lightness + a * a + b * b < CLEAR * CLEAR ? 1 : 0;
            }
        }
        return lost > LOST * outline;
    }

    /** Clears scenery behind drawings that consist of lines, and a little around them, so that it does not shine through. */
    public static void clear(Layer scenery, Layer things) {
        int side = things.side();
        float unit = side / 256f;
        if (scenery.isEmpty()) {
            return;
        }
        float[] distance = Distance.outside(Contours.solid(things.alpha(), side), side);
        for (int i = 0; i < distance.length; i++) {
            float rest = Curves.step(2 * unit, 4 * unit, distance[i]);
            scenery.red()[i] *= rest;
            scenery.green()[i] *= rest;
            scenery.blue()[i] *= rest;
            scenery.alpha()[i] *= rest;
        }
    }

    private static Layer rimmed(Layer things, Colour ink, float unit) {
        Layer rimmed = Layer.transparent(things.side());
        float[] distance = Distance.outside(things.alpha(), things.side());
        for (int i = 0; i < distance.length; i++) {
            float cover = Curves.step(3.4f * unit, 2 * unit, distance[i]);
            rimmed.blend(i, ink.red(), ink.green(), ink.blue(), cover);
        }
        rimmed.lay(things);
        return rimmed;
    }
}
