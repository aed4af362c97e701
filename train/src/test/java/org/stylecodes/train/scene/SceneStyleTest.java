package org.stylecodes.train.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.Lab;

class SceneStyleTest {
    private static final List<SceneStyle> STYLES =
            LongStream.range(0, 1000).mapToObj(SceneStyle::of).toList();

    @Test
    void aSeedAlwaysGivesTheSameStyle() {
        assertEquals(STYLES, LongStream.range(0, 1000).mapToObj(SceneStyle::of).toList());
    }

    @Test
    void objectsStandOutInEveryPalette() {
        for (SceneStyle style : STYLES) {
            ScenePalette palette = style.palette();
            assertTrue(style.lineArt() || palette.isLegible(), style.toString());
            assertTrue(Lab.ofRgb(palette.main()).distance(Lab.ofRgb(palette.sky())) >= 34, style.toString());
        }
    }

    @Test
    void linesOfLineArtStandOutFromTheSky() {
        for (SceneStyle style : STYLES) {
            double difference = Lab.ofRgb(style.palette().ink()).lightness()
                    - Lab.ofRgb(style.palette().sky()).lightness();
            assertTrue(!style.lineArt() || Math.abs(difference) > 45, style.toString());
        }
    }

    @Test
    void darkPicturesAreDarkerThanGreyOnesAndThoseThanPastelOnes() {
        assertTrue(brightness(PaletteFamily.DARK) < brightness(PaletteFamily.GREY) - .1);
        assertTrue(brightness(PaletteFamily.GREY) < brightness(PaletteFamily.PASTEL) - .1);
    }

    @Test
    void greyPalettesHaveNoHueAndVividOnesMuch() {
        assertTrue(chroma(PaletteFamily.GREY) < 6);
        assertTrue(chroma(PaletteFamily.VIVID) > 40);
    }

    @Test
    void warmPalettesAreRedToYellowAndCoolOnesAreNot() {
        for (SceneStyle style : STYLES) {
            Lab main = Lab.ofRgb(style.palette().main());
            assertTrue(style.family() != PaletteFamily.WARM || main.b() > 0, style.toString());
            assertTrue(style.family() != PaletteFamily.COOL || main.a() < 0 || main.b() < 0, style.toString());
        }
    }

    @Test
    void twoThirdsOfTheStylesAreFlat() {
        long flat = STYLES.stream()
                .filter(style -> style.texture().kind() == TextureKind.FLAT)
                .count();
        assertEquals(650, flat, 45);
    }

    @Test
    void labConversionIsReversible() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 4321) {
            assertEquals(rgb, Lab.ofRgb(rgb).toRgb());
        }
    }

    @Test
    void textureOfImpossibleStrengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Texture(TextureKind.DOTS, 8, 1.5, 0));
    }

    private static double brightness(PaletteFamily family) {
        return STYLES.stream()
                .filter(style -> style.family() == family)
                .limit(40)
                .map(style -> SceneSample.of(style, 0, List.of(SceneObject.values()), 0)
                        .render(16)
                        .rgb())
                .mapToDouble(SceneStyleTest::mean)
                .average()
                .orElseThrow();
    }

    private static double mean(byte[] samples) {
        return IntStream.range(0, samples.length)
                        .map(i -> samples[i] & 255)
                        .average()
                        .orElseThrow()
                / 255;
    }

    private static double chroma(PaletteFamily family) {
        return STYLES.stream()
                .filter(style -> style.family() == family)
                .map(style -> Lab.ofRgb(style.palette().main()))
                .mapToDouble(lab -> Math.hypot(lab.a(), lab.b()))
                .average()
                .orElseThrow();
    }
}
