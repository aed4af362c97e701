package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.colour.Oklab;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Layer;

/** How light and dark the parts of things are, spread over the whole range. */
final class Tones {
    private static final float LEAST_RANGE = .35f; // of lightness; a flat thing stays flat

    private Tones() {}

    /** Lightness of the things from 0, their darkest part, to 1; 1 where nothing is drawn. Drawings in one colour are 0. */
    static float[] lightness(Scene scene) {
        Layer things = scene.things();
        float[] lightness = new float[things.alpha().length];
        float low = 1;
        float high = 0;
        for (int i = 0; i < lightness.length; i++) {
            float alpha = things.alpha()[i];
            lightness[i] = 1;
            if (scene.oneColour()) {
                lightness[i] = 1 - .88f * alpha;
            } else if (alpha > .02f) {
                lightness[i] =
                        Oklab.lightness(things.red()[i] / alpha, things.green()[i] / alpha, things.blue()[i] / alpha);
                low = alpha > .9f ? Math.min(low, lightness[i]) : low;
                high = alpha > .9f ? Math.max(high, lightness[i]) : high;
            }
        }
        return scene.oneColour() ? lightness : spread(lightness, things.alpha(), low, high);
    }

    private static float[] spread(float[] lightness, float[] alpha, float low, float high) {
        float range = Math.max(LEAST_RANGE, high - low);
        float from = low - (range - (high - low)) / 2;
        for (int i = 0; i < lightness.length; i++) {
            if (alpha[i] > .02f) {
                lightness[i] = Curves.clamp((lightness[i] - from) / range);
            }
        }
        return lightness;
    }

    /** How much ink prints the things, from 0 to 1: the dark parts on light paper, the light parts on dark paper. */
    static float[] ink(Scene scene) {
        float[] tones = lightness(scene);
        boolean light = scene.palette().dark() && !scene.oneColour();
        for (int i = 0; i < tones.length; i++) {
            float covered = scene.things().alpha()[i] > .02f ? 1 : 0;
            tones[i] = light ? covered * tones[i] : 1 - tones[i];
        }
        return tones;
    }
}
