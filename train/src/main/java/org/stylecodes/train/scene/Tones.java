package org.stylecodes.train.scene;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.Lab;

/**
 * The ranges that a family of palettes draws from: lightness of sky, ground and objects by day, chance of day, chroma of the
 * background and of objects, and hues in degrees ({@code null}: a {@link HueScheme} around any hue).
 */
record Tones(
        Lightness day,
        Lightness night,
        double dayShare,
        Range backChroma,
        Range objectChroma,
        @Nullable Range hues) {
    private static final Lightness LIGHT = new Lightness(Range.of(74, 96), Range.of(50, 84), Range.of(22, 66));
    private static final Lightness DIM = new Lightness(Range.of(8, 42), Range.of(16, 54), Range.of(45, 90));
    private static final double DARK_INK_SHARE = .7;

    /** Lightness of the sky, of the ground and of an object's parts. */
    record Lightness(Range sky, Range ground, Range object) {}

    static Tones light(Range sky, Range ground, Range object, Range backChroma, Range objectChroma) {
        Lightness day = new Lightness(sky, ground, object);
        return new Tones(day, day, 1, backChroma, objectChroma, null);
    }

    static Tones dark(Range sky, Range ground, Range object, Range backChroma, Range objectChroma) {
        Lightness night = new Lightness(sky, ground, object);
        return new Tones(night, night, 0, backChroma, objectChroma, null);
    }

    static Tones any(Range backChroma, Range objectChroma) {
        return new Tones(LIGHT, DIM, .65, backChroma, objectChroma, null);
    }

    Tones withHues(Range range) {
        return new Tones(day, night, dayShare, backChroma, objectChroma, range);
    }

    ScenePalette draw(SplittableRandom random) {
        Lightness lightness = random.nextDouble() < dayShare ? day : night;
        double[] hue = drawHues(random);
        int sky = color(lightness.sky, backChroma, hue[0], random);
        int ground = color(lightness.ground, backChroma, hue[1], random);
        int main = color(lightness.object, objectChroma, hue[2], random);
        int secondary = color(lightness.object, objectChroma, hue[3], random);
        Range bright = Range.of(lightness.object.low(), Math.min(95, lightness.object.high() + 22));
        int accent = color(bright, objectChroma, hue[4], random);
        return new ScenePalette(sky, ground, main, secondary, accent, drawInk(hue[2], random));
    }

    private double[] drawHues(SplittableRandom random) {
        if (hues == null) {
            return HueScheme.draw(random).hues(360 * random.nextDouble(), random);
        }
        double[] drawn = new double[5];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = hues.draw(random);
        }
        return drawn;
    }

    private int drawInk(double hue, SplittableRandom random) {
        Range lightness = random.nextDouble() < DARK_INK_SHARE ? Range.of(3, 16) : Range.of(88, 98);
        double chroma = Math.min(12, objectChroma.draw(random) * .3);
        return Lab.ofHue(lightness.draw(random), chroma, hue).toRgb();
    }

    private static int color(Range lightness, Range chroma, double hue, SplittableRandom random) {
        return Lab.ofHue(lightness.draw(random), chroma.draw(random), hue).toRgb();
    }
}
