package org.stylecodes.train.illustration.treatment;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.colour.PaperTone;

/** Which palettes suit a treatment. */
enum PaletteRule {
    /** Every palette; half of them keep the drawing's colours. */
    ANY,
    /** Every palette of shades. */
    ONE_HUE,
    /** White lines on blue. */
    BLUEPRINT,
    /** Brown boards. */
    WOOD,
    /** Nearly white paper and colours that are not dark. */
    WHITE_PAPER,
    /** Paper that differs from the white of a sticker. */
    STICKER,
    /** Ink on paper, seldom the other way round. */
    PRINT,
    /** A dark board, things in light colours. */
    BOARD,
    /** The drawing's colours before light. */
    GLASS,
    /** Mostly the drawing's colours. */
    TILES,
    /** Two hues. */
    TWO_INKS,
    /** A strong colour on which a shadow shows. */
    SHADOW,
    /** Nearly black. */
    NIGHT;

    /** Draws a palette; for drawings in one colour it has shades of one hue. */
    Palette draw(boolean oneColour, SplittableRandom random) {
        Colouring colouring = oneColour ? Colouring.TONES : colouring(random);
        return switch (this) {
            case ANY -> Palette.draw(tone(random, 5, 2, 3), colouring, random);
            case ONE_HUE -> Palette.draw(tone(random, 5, 2, 3), Colouring.TONES, random);
            case BLUEPRINT ->
                paper(
                        PaperTone.DARK,
                        Colouring.TONES,
                        .32 + .12 * random.nextDouble(),
                        .11 + .05 * random.nextDouble(),
                        .69 + .06 * random.nextDouble(),
                        random);
            case WOOD -> paper(PaperTone.MIDDLE, Colouring.TONES, .45, .07, .16, random);
            case WHITE_PAPER ->
                paper(
                        PaperTone.LIGHT,
                        colourful(random),
                        .955 + .03 * random.nextDouble(),
                        .012,
                        random.nextDouble(),
                        random);
            case STICKER -> Palette.draw(tone(random, 1, 4, 4), colouring, random);
            case PRINT -> Palette.draw(tone(random, 7, 1, 2), Colouring.TONES, random);
            case BOARD ->
                paper(
                        PaperTone.DARK,
                        oneColour ? Colouring.TONES : colourful(random),
                        .24 + .1 * random.nextDouble(),
                        .045 * random.nextDouble(),
                        random.nextBoolean() ? .42 : random.nextDouble(),
                        random);
            case GLASS -> Palette.draw(tone(random, 1, 2, 0), Colouring.DRAWN, random);
            case TILES ->
                random.nextInt(3) > 0
                        ? Palette.draw(tone(random, 3, 2, 3), Colouring.DRAWN, random)
                        : Palette.draw(tone(random, 1, 0, 1), Colouring.TWO_HUES, random);
            case TWO_INKS -> Palette.draw(tone(random, 5, 2, 3), Colouring.TWO_HUES, random);
            case SHADOW -> colouring == Colouring.DRAWN ? strong(Colouring.DRAWN, .62, random) : lightOnStrong(random);
            case NIGHT ->
                paper(
                        PaperTone.DARK,
                        Colouring.TONES,
                        .14 + .06 * random.nextDouble(),
                        .04,
                        random.nextDouble(),
                        random);
        };
    }

    private static Palette lightOnStrong(SplittableRandom random) {
        Palette palette = strong(Colouring.TONES, .48, random);
        double hue = palette.hue();
        List<Colour> light = Stream.of(.74, .86, .94, .985)
                .map(lightness -> Colour.of(lightness, .05, hue))
                .toList();
        return new Palette(
                palette.tone(),
                palette.colouring(),
                palette.paper(),
                palette.paperAccent(),
                Colour.of(.985, .012, hue),
                light,
                light,
                hue,
                palette.warmAngle());
    }

    private static Palette strong(Colouring colouring, double lightness, SplittableRandom random) {
        return paper(
                PaperTone.MIDDLE,
                colouring,
                lightness + .12 * random.nextDouble(),
                .1 + .06 * random.nextDouble(),
                .33 + .84 * random.nextDouble(), // no mustard
                random);
    }

    private static Palette paper(
            PaperTone tone, Colouring colouring, double lightness, double chroma, double hue, SplittableRandom random) {
        float change = tone == PaperTone.DARK ? .09f : -.08f;
        return Palette.draw(tone, colouring, random)
                .withPaper(Colour.of(lightness, chroma, hue), Colour.of(lightness + change, chroma * 1.3 + .02, hue));
    }

    private static PaperTone tone(SplittableRandom random, int light, int middle, int dark) {
        int pick = random.nextInt(light + middle + dark);
        return pick < light ? PaperTone.LIGHT : pick < light + middle ? PaperTone.MIDDLE : PaperTone.DARK;
    }

    private static Colouring colourful(SplittableRandom random) {
        return random.nextInt(3) > 0 ? Colouring.DRAWN : Colouring.TWO_HUES;
    }

    private static Colouring colouring(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Colouring.TONES;
            case 1 -> Colouring.TWO_HUES;
            default -> Colouring.DRAWN;
        };
    }
}
