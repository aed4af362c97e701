package org.stylecodes.train.illustration.colour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OklabTest {
    // Values of https://bottosson.github.io/posts/oklab for the corners of sRGB.
    @ParameterizedTest
    @CsvSource({
        "1,1,1,1,0,0",
        "1,0,0,.62796,.22486,.12585",
        "0,1,0,.86644,-.23389,.17950",
        "0,0,1,.45201,-.03246,-.31153"
    })
    void hasThePublishedValues(float red, float green, float blue, float lightness, float a, float b) {
        float[] lab = new float[3];
        Oklab.fromRgb(red, green, blue, lab);
        assertArrayEquals(new float[] {lightness, a, b}, lab, 2e-3f);
        assertEquals(lightness, Oklab.lightness(red, green, blue), 2e-3f);
    }

    @Test
    void colourOfLightnessChromaAndHueComesBack() {
        float[] lab = Colour.of(.7, .1, .25).lab();
        assertArrayEquals(new float[] {.7f, 0, .1f}, lab, 2e-3f);
    }

    @Test
    void chromaOutsideOfSrgbIsReducedAndLightnessKept() {
        assertEquals(.3f, Colour.of(.3, .4, .3).lightness(), .02f);
    }
}
