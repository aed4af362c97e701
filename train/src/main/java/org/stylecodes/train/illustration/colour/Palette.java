package org.stylecodes.train.illustration.colour;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The colours of a style.
 *
 * @param tone how light the paper is
 * @param colouring where the colours of things come from
 * @param paper the backdrop
 * @param paperAccent a neighbour of the paper, for patterns and gradients
 * @param ink the colour that stands out most against the paper
 * @param tones shades for things, from dark to light, all with a clear contrast to the paper
 * @param accents shades of a second hue, from dark to light
 * @param hue the hue of {@code tones} in turns of OKLab's circle
 * @param warmAngle the hue, in turns, around which parts of a drawing count as warm when {@code colouring} is
 *     {@link Colouring#TWO_HUES}
 */
public record Palette(
        PaperTone tone,
        Colouring colouring,
        Colour paper,
        Colour paperAccent,
        Colour ink,
        List<Colour> tones,
        List<Colour> accents,
        double hue,
        double warmAngle) {
    private static final double MUDDY_FROM = .19;
    private static final double MUDDY_TO = .37;

    /** Copies the lists. */
    public Palette {
        tones = List.copyOf(tones);
        accents = List.copyOf(accents);
    }

    /** A harmonious palette that follows from a random generator alone. */
    public static Palette draw(PaperTone tone, Colouring colouring, SplittableRandom random) {
        double hue = inkHue(tone, random.nextDouble());
        double second = inkHue(tone, turn(hue + secondHue(random)));
        double paperHue = random.nextInt(6) == 0 ? random.nextDouble() : random.nextBoolean() ? hue : second;
        paperHue = tone == PaperTone.DARK ? inkHue(PaperTone.MIDDLE, paperHue) : paperHue;
        double vivid = .6 + .6 * random.nextDouble();
        double paperChroma =
                (random.nextInt(4) == 0 && tone != PaperTone.MIDDLE ? .01 : .03 + .07 * random.nextDouble()) * vivid;
        double paperLightness =
                switch (tone) {
                    case LIGHT -> .9 + .08 * random.nextDouble();
                    case MIDDLE -> .76 + .09 * random.nextDouble();
                    case DARK -> .2 + .13 * random.nextDouble();
                };
        double accentShift = tone == PaperTone.DARK ? .1 + .07 * random.nextDouble() : -.06 - .06 * random.nextDouble();
        double amount =
                switch (tone) {
                    case LIGHT -> .6;
                    case MIDDLE -> 1.3;
                    case DARK -> 1;
                };
        Colour paper = Colour.of(paperLightness, paperChroma * amount, paperHue);
        Colour paperAccent = Colour.of(
                paperLightness + accentShift,
                paperChroma * 1.2 + .015,
                turn(paperHue + (random.nextInt(3) == 0 ? .15 * (random.nextDouble() - .5) : 0)));
        double[] shades =
                switch (tone) {
                    case LIGHT -> new double[] {.3, .45, .6, .76};
                    // White is a fourth shade only where another hue keeps the shades before it apart from the paper.
                    case MIDDLE ->
                        new double[] {.25, .37, .5, apart(hue, paperHue) && apart(second, paperHue) ? .96 : .6};
                    case DARK -> new double[] {.56, .7, .83, .95};
                };
        List<Colour> tones = ramp(shades, hue, .14 * vivid + .04);
        List<Colour> accents = ramp(shades, second, .14 * vivid + .04);
        Colour ink = tone == PaperTone.DARK
                ? Colour.of(.9 + .07 * random.nextDouble(), .02 + .07 * random.nextDouble(), hue)
                : Colour.of(.24 + .14 * random.nextDouble(), .05 + .1 * random.nextDouble(), hue);
        return new Palette(
                tone, colouring, paper, paperAccent, ink, tones, accents, hue, .12 + .1 * (random.nextDouble() - .5));
    }

    /** The same palette on another paper; the ink must still stand out. */
    public Palette withPaper(Colour newPaper, Colour newAccent) {
        return new Palette(tone, colouring, newPaper, newAccent, ink, tones, accents, hue, warmAngle);
    }

    /** The same palette on the dark blue paper of a night, with light ink. */
    public Palette atNight() {
        return new Palette(
                PaperTone.DARK,
                colouring,
                Colour.of(.27, .07, .74),
                Colour.of(.36, .08, .74),
                Colour.of(.94, .03, .25),
                tones,
                accents,
                hue,
                warmAngle);
    }

    /** Whether the paper is dark. */
    public boolean dark() {
        return tone == PaperTone.DARK;
    }

    // Dark yellow is a muddy olive, so that dark shades on light paper lean to orange or green instead.
    private static double inkHue(PaperTone tone, double hue) {
        boolean muddy = tone != PaperTone.DARK && hue > MUDDY_FROM && hue < MUDDY_TO;
        return !muddy ? hue : hue < (MUDDY_FROM + MUDDY_TO) / 2 ? MUDDY_FROM - .04 : MUDDY_TO + .03;
    }

    private static boolean apart(double hue, double other) {
        double difference = turn(hue - other);
        return Math.min(difference, 1 - difference) > .14;
    }

    private static double secondHue(SplittableRandom random) {
        double spread = .06 * (random.nextDouble() - .5);
        return switch (random.nextInt(4)) {
            case 0 -> .12 + spread;
            case 1 -> -.12 + spread;
            case 2 -> .5 + spread;
            default -> .33 + spread;
        };
    }

    private static List<Colour> ramp(double[] shades, double hue, double chroma) {
        List<Colour> ramp = new ArrayList<>();
        for (int i = 0; i < shades.length; i++) {
            // Light shades lean towards yellow and dark ones towards blue, as painters mix them.
            double shift = .02 * (i - 1.5) * (StrictMath.sin((hue - .3) * 2 * StrictMath.PI) > 0 ? -1 : 1);
            double ends = i == shades.length - 1 ? .75 : 1;
            ramp.add(Colour.of(shades[i], chroma * ends, turn(hue + shift)));
        }
        return ramp;
    }

    private static double turn(double hue) {
        return hue - StrictMath.floor(hue);
    }
}
