package org.stylecodes.train.illustration.colour;

import java.util.List;

/** The plain English names of colours. */
public final class ColourName {
    private ColourName() {}

    /** The name that most people would give the colour, such as {@code teal}. */
    public static String of(Colour colour) {
        float[] lab = colour.lab();
        float lightness = lab[0];
        double chroma = Math.sqrt(lab[1] * lab[1] + lab[2] * lab[2]);
        double hue = StrictMath.atan2(lab[2], lab[1]) / (2 * StrictMath.PI);
        if (chroma < .022) {
            return lightness < .3 ? "black" : lightness > .92 ? "white" : "grey";
        }
        return named(hue < 0 ? hue + 1 : hue, lightness);
    }

    private static String named(double hue, float lightness) {
        if (hue < .03 || hue >= .965) {
            return lightness < .5 ? "red" : "pink";
        }
        if (hue < .115) {
            return lightness < .33 ? "brown" : lightness > .74 ? "pink" : "red";
        }
        if (hue < .25) {
            return lightness < .58 ? "brown" : hue < .2 ? "orange" : "yellow";
        }
        if (hue < .335) {
            return lightness < .5 ? "green" : "yellow";
        }
        return hue < .47 ? "green" : hue < .6 ? "teal" : hue < .78 ? "blue" : hue < .89 ? "purple" : "pink";
    }

    /** Every name that {@link #of} returns. */
    public static List<String> all() {
        return List.of(
                "black", "white", "grey", "red", "pink", "brown", "orange", "yellow", "green", "teal", "blue",
                "purple");
    }
}
