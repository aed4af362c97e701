package org.stylecodes.train.illustration.treatment;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.Layer;

/**
 * A picture that is composed but not treated yet: three layers of one size, already in the colours of the style.
 *
 * @param backdrop what lies behind, opaque
 * @param scenery ground, sky and far things
 * @param things what the caption names
 * @param palette the colours of the style
 * @param oneColour whether the things were drawn in one colour
 * @param styleSeed decides what a treatment varies from style to style, such as the angle of a screen
 * @param pictureSeed decides what it varies from picture to picture, such as where tiles lie
 */
public record Scene(
        Layer backdrop,
        Layer scenery,
        Layer things,
        Palette palette,
        boolean oneColour,
        long styleSeed,
        long pictureSeed) {
    int side() {
        return things.side();
    }

    /** The pixels that are one pixel of a picture of 256x256. */
    float unit() {
        return things.side() / 256f;
    }

    SplittableRandom styleRandom() {
        return new SplittableRandom(styleSeed);
    }

    /** Things before the scenery, on nothing. */
    Layer figure() {
        Layer figure = scenery.copy();
        figure.lay(things);
        return figure;
    }

    /** What lies behind the things, opaque. */
    Layer behind() {
        Layer behind = backdrop.copy();
        behind.lay(scenery);
        return behind;
    }

    /** Everything, opaque. */
    Layer whole() {
        Layer whole = behind();
        whole.lay(things);
        return whole;
    }
}
