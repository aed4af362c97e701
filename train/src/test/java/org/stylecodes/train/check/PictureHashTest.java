package org.stylecodes.train.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Resize;

class PictureHashTest {
    private static final Picture ONE = TestPictures.waves(1, 64, 64);

    @Test
    void aResizedPictureResembles() {
        assertTrue(PictureHash.of(ONE).resembles(PictureHash.of(Resize.bicubic(ONE, 37, 50))));
    }

    @Test
    void anotherPictureDoesNotResemble() {
        PictureHash one = PictureHash.of(ONE);
        for (int other = 2; other < 20; other++) {
            assertFalse(one.resembles(PictureHash.of(TestPictures.waves(other, 64, 64))), "waves " + other);
        }
    }

    @Test
    void theSameFormsInOtherColoursDoNotResemble() {
        byte[] rgb = ONE.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            byte red = rgb[i];
            rgb[i] = rgb[i + 2];
            rgb[i + 2] = red;
        }
        assertFalse(PictureHash.of(ONE).resembles(PictureHash.of(Picture.of(64, 64, rgb))));
    }

    @Test
    void blankPicturesDoNotResemble() {
        PictureHash blank = PictureHash.of(Picture.of(8, 8, new byte[192]));
        assertFalse(blank.resembles(blank));
    }

    @Test
    void aPictureOfOnePixelHasAHash() {
        assertEquals(
                200,
                PictureHash.of(Picture.of(1, 1, new byte[] {(byte) 200, (byte) 200, (byte) 200}))
                        .brightness());
    }
}
