package org.stylecodes.train.illustration.colour;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource(PaperTone.class)
    void inkStandsOutAndShadesRiseInLightness(PaperTone tone) {
        for (int seed = 0; seed < 300; seed++) {
            Palette palette = Palette.draw(tone, Colouring.TWO_HUES, new SplittableRandom(seed));
            float paper = palette.paper().lightness();
            assertTrue(Math.abs(palette.ink().lightness() - paper) > .35f, palette.toString());
            for (int i = 1; i < palette.tones().size(); i++) {
                assertTrue(palette.tones().get(i).lightness()
                        > palette.tones().get(i - 1).lightness());
                assertTrue(palette.accents().get(i).lightness()
                        > palette.accents().get(i - 1).lightness());
            }
            assertTrue(Math.abs(palette.tones().get(1).lightness() - paper) > .2f, palette.toString());
        }
    }
}
