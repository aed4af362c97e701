package org.stylecodes.train.illustration.colour;

/** A colour of sRGB, channels from 0 to 1. */
public record Colour(float red, float green, float blue) {
    /** Pure white. */
    public static final Colour WHITE = new Colour(1, 1, 1);

    /**
     * The colour of a lightness (0 to 1), chroma (0 grey, about .3 at most) and hue (turns of the circle) of OKLab. Chroma that
     * sRGB lacks at this lightness is reduced until it fits.
     */
    public static Colour of(double lightness, double chroma, double hue) {
        float cosine = (float) StrictMath.cos(hue * 2 * StrictMath.PI);
        float sine = (float) StrictMath.sin(hue * 2 * StrictMath.PI);
        float[] rgb = new float[3];
        float tried = (float) chroma;
        while (!Oklab.toRgb((float) lightness, tried * cosine, tried * sine, rgb) && tried > .002f) {
            tried *= .93f;
        }
        return new Colour(rgb[0], rgb[1], rgb[2]);
    }

    /** Lightness in OKLab, from 0 to 1. */
    public float lightness() {
        return Oklab.lightness(red, green, blue);
    }

    /** The colour between this one and another. */
    public Colour mix(Colour other, float share) {
        return new Colour(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    /** The same hue, lighter or, with a negative change of lightness, darker. */
    public Colour lighter(float change) {
        float[] lab = lab();
        double chroma = Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
        double hue = StrictMath.atan2(lab[2], lab[1]) / (2 * StrictMath.PI);
        return of(Math.max(0, Math.min(1, lab[0] + change)), chroma, hue);
    }

    /** Lightness and the two axes of OKLab. */
    public float[] lab() {
        float[] lab = new float[3];
        Oklab.fromRgb(red, green, blue, lab);
        return lab;
    }
}
