package org.stylecodes.train.illustration.colour;

import java.util.List;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Layer;

/** Gives drawings the colours of a palette and keeps their order of lightness, so that they stay readable. */
public final class Recolouring {
    private static final int BINS = 64;

    private Recolouring() {}

    /** Recolours a layer in place; drawings of one colour become the palette's ink. */
    public static void apply(Layer things, Palette palette, boolean oneColour) {
        if (oneColour) {
            fill(things, palette.ink());
        } else if (palette.colouring() != Colouring.DRAWN) {
            shade(things, palette);
        }
    }

    /** Gives every pixel one colour and keeps alpha. */
    public static void fill(Layer things, Colour colour) {
        for (int i = 0; i < things.alpha().length; i++) {
            float alpha = things.alpha()[i];
            things.red()[i] = colour.red() * alpha;
            things.green()[i] = colour.green() * alpha;
            things.blue()[i] = colour.blue() * alpha;
        }
    }

    private static void shade(Layer things, Palette palette) {
        int pixels = things.alpha().length;
        float[] lightness = new float[pixels];
        float[] warmth = new float[pixels];
        float cosine = (float) StrictMath.cos(palette.warmAngle() * 2 * StrictMath.PI);
        float sine = (float) StrictMath.sin(palette.warmAngle() * 2 * StrictMath.PI);
        float[] lab = new float[3];
        for (int i = 0; i < pixels; i++) {
            float alpha = things.alpha()[i];
            if (alpha > 0) {
                Oklab.fromRgb(things.red()[i] / alpha, things.green()[i] / alpha, things.blue()[i] / alpha, lab);
                lightness[i] = lab[0];
                warmth[i] = cosine * lab[1] + sine * lab[2];
            }
        }
        float[] range = range(lightness, things.alpha());
        boolean two = palette.colouring() == Colouring.TWO_HUES;
        float[] rgb = new float[3];
        for (int i = 0; i < pixels; i++) {
            float alpha = things.alpha()[i];
            if (alpha > 0) {
                float level = Curves.clamp((lightness[i] - range[0]) / (range[1] - range[0]));
                float accent = two ? Curves.step(.01f, .05f, warmth[i]) : 0;
                pick(palette.tones(), palette.accents(), level, accent, rgb);
                things.red()[i] = rgb[0] * alpha;
                things.green()[i] = rgb[1] * alpha;
                things.blue()[i] = rgb[2] * alpha;
            }
        }
    }

    // The lightness of the 3rd and 97th of a hundred pixels; at least .3 apart, so that a flat thing stays flat.
    private static float[] range(float[] lightness, float[] alpha) {
        int[] counts = new int[BINS];
        int total = 0;
        for (int i = 0; i < lightness.length; i++) {
            if (alpha[i] > .9f) {
                counts[Math.max(0, Math.min(BINS - 1, (int) (lightness[i] * BINS)))]++;
                total++;
            }
        }
        float low = quantile(counts, total * 3 / 100);
        float high = quantile(counts, total * 97 / 100);
        float missing = Math.max(0, .3f - (high - low)) / 2;
        return new float[] {low - missing, high + missing};
    }

    private static float quantile(int[] counts, int rank) {
        int seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += counts[bin];
            if (seen > rank) {
                return (bin + .5f) / BINS;
            }
        }
        return 1;
    }

    private static void pick(List<Colour> tones, List<Colour> accents, float level, float accent, float[] rgb) {
        float position = level * (tones.size() - 1);
        int index = Math.min(tones.size() - 2, (int) position);
        float part = position - index;
        Colour from = tones.get(index);
        Colour to = tones.get(index + 1);
        rgb[0] = Curves.mix(from.red(), to.red(), part);
        rgb[1] = Curves.mix(from.green(), to.green(), part);
        rgb[2] = Curves.mix(from.blue(), to.blue(), part);
        if (accent > 0) {
            Colour other = accents.get(index);
            Colour next = accents.get(index + 1);
            rgb[0] = Curves.mix(rgb[0], Curves.mix(other.red(), next.red(), part), accent);
            rgb[1] = Curves.mix(rgb[1], Curves.mix(other.green(), next.green(), part), accent);
            rgb[2] = Curves.mix(rgb[2], Curves.mix(other.blue(), next.blue(), part), accent);
        }
    }
}
