package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;

class ColoursTest {
    @Test
    void whiteIsAHundredLightnessFromBlackAndNoHue() {
        Colours white = Colours.of(plain(255, 255, 255));
        Colours black = Colours.of(plain(0, 0, 0));
        assertEquals(100, white.lightnessDistance(black), 0.02);
        assertEquals(0, white.hueDistance(black), 0.02);
    }

    @Test
    void pureRedHasTheLabValuesOfTheStandard() {
        Colours red = Colours.of(plain(255, 0, 0));
        assertEquals(53.24, red.lightness()[0], 0.05);
        assertEquals(80.09, red.a()[0], 0.1);
        assertEquals(67.20, red.b()[0], 0.1);
    }

    private static Picture plain(int red, int green, int blue) {
        byte[] rgb = new byte[3 * 64];
        for (int i = 0; i < 64; i++) {
            rgb[3 * i] = (byte) red;
            rgb[3 * i + 1] = (byte) green;
            rgb[3 * i + 2] = (byte) blue;
        }
        return Picture.of(8, 8, Arrays.copyOf(rgb, rgb.length));
    }
}
