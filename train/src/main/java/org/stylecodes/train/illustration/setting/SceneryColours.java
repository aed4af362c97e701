package org.stylecodes.train.illustration.setting;

import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;

/** The colours of scenery: nature's own beside things in the drawing's colours, else the palette's. */
record SceneryColours(Palette palette) {
    boolean natural() {
        return palette.colouring() == Colouring.DRAWN;
    }

    boolean dark() {
        return palette.dark();
    }

    /** A colour of the ground that differs from the paper by this contrast; chroma and hue are those of nature. */
    Colour terrain(double contrast, double chroma, double hue) {
        float paper = palette.paper().lightness();
        double lightness = dark() ? paper + contrast * .8 : paper - contrast;
        return natural()
                ? Colour.of(lightness, chroma, hue)
                : Colour.of(lightness, .02 + chroma * .55, contrast > .15 ? palette.hue() : palette.hue() + .06);
    }

    /** A colour of far things: near the paper, so that what stands before it stays clear. */
    Colour far(double chroma, double hue) {
        float change = dark() ? .12f : -.1f;
        double lightness = palette.paper().lightness() + change;
        return natural()
                ? Colour.of(lightness, chroma, hue)
                : palette.paperAccent().lighter(change / 2);
    }

    /** The colour of what is in the sky if it is not nature's. */
    Colour sky() {
        return dark() ? palette.paper().lighter(.45f) : palette.paper().lighter(-.24f);
    }
}
