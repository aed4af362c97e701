package org.stylecodes.train.illustration.treatment;

import java.util.List;
import java.util.SplittableRandom;
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
    /** Colourful and not light. */
    GLASS,
    /** Two hues. */
    TWO_INKS,
    /** A strong colour on which a shadow shows. */
    SHADOW,
    /** Nearly black. */
    NIGHT;

    Palette draw(SplittableRandom random) {
        return switch (this) {
            case ANY -> Palette.draw(tone(random, 5, 2, 3), colouring(random), random);
            case ONE_HUE -> Palette.draw(tone(random, 5, 2, 3), Colouring.TONES, random);
            case BLUEPRINT -> paper(
                    PaperTone.DARK,
                    Colouring.TONES,
                    .32 + .12 * random.nextDouble(),
                    .11 + .05 * random.nextDouble(),
                    .69 + .06 * random.nextDouble(),
                    random);
            case WOOD -> paper(PaperTone.MIDDLE, Colouring.TONES, .45, .07, .16, random);
            case WHITE_PAPER -> paper(
                    PaperTone.LIGHT,
                    random.nextInt(4) > 0 ? Colouring.DRAWN : Colouring.TWO_HUES,
                    .955 + .03 * random.nextDouble(),
                    .012,
                    random.nextDouble(),
                    random);
            case STICKER -> Palette.draw(tone(random, 1, 4, 4), colouring(random), random);
            case PRINT -> Palette.draw(tone(random, 7, 1, 2), Colouring.TONES, random);
            case BOARD -> paper(
                    PaperTone.DARK,
                    random.nextBoolean() ? Colouring.DRAWN : Colouring.TWO_HUES,
                    .24 + .1 * random.nextDouble(),
                    .045 * random.nextDouble(),
                    random.nextBoolean() ? .42 : random.nextDouble(),
                    random);
            case GLASS -> Palette.draw(
                    tone(random, 2, 4, 1), random.nextInt(4) > 0 ? Colouring.DRAWN : Colouring.TWO_HUES, random);
            case TWO_INKS -> Palette.draw(tone(random, 5, 2, 3), Colouring.TWO_HUES, random);
            case SHADOW -> shadow(random);
            case NIGHT -> paper(
                    PaperTone.DARK, Colouring.TONES, .14 + .06 * random.nextDouble(), .04, random.nextDouble(), random);
        };
    }

    private static Palette shadow(SplittableRandom random) {
        double hue = random.nextDouble();
        Palette palette = paper(
                PaperTone.MIDDLE,
                random.nextBoolean() ? Colouring.DRAWN : Colouring.TONES,
                .6 + .14 * random.nextDouble(),
                .09 + .06 * random.nextDouble(),
                hue,
                random);
        // Light shapes on the strong colour, or the drawing's own colours.
        List<Colour> light = List.of(.72, .84, .93, .985).stream()
                .map(lightness -> Colour.of(lightness, .05, hue + .5))
                .toList();
        return palette.colouring() == Colouring.DRAWN
                ? palette
                : new Palette(
                        palette.tone(),
                        palette.colouring(),
                        palette.paper().lighter(-.14f),
                        palette.paperAccent().lighter(-.14f),
                        Colour.of(.985, .012, hue),
                        light,
                        light,
                        hue,
                        palette.warmAngle());
    }

    private static Palette paper(
            PaperTone tone, Colouring colouring, double lightness, double chroma, double hue, SplittableRandom random) {
        Colour paper = Colour.of(lightness, chroma, hue);
        float change = tone == PaperTone.DARK ? .09f : -.08f;
        return Palette.draw(tone, colouring, random)
                .withPaper(paper, Colour.of(lightness + change, chroma * 1.3 + .02, hue));
    }

    private static PaperTone tone(SplittableRandom random, int light, int middle, int dark) {
        int pick = random.nextInt(light + middle + dark);
        return pick < light ? PaperTone.LIGHT : pick < light + middle ? PaperTone.MIDDLE : PaperTone.DARK;
    }

    private static Colouring colouring(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Colouring.TONES;
            case 1 -> Colouring.TWO_HUES;
            default -> Colouring.DRAWN;
        };
    }
}
