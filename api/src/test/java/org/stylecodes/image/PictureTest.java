package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final byte[] RGB = {1, 2, 3, -1, -2, -3};

    @Test
    void picturesAreEqualByTheirSamplesAndSize() {
        assertEquals(Picture.of(2, 1, RGB), Picture.of(2, 1, RGB.clone()));
        assertEquals(
                Picture.of(2, 1, RGB).hashCode(), Picture.of(2, 1, RGB.clone()).hashCode());
        assertNotEquals(Picture.of(2, 1, RGB), Picture.of(1, 2, RGB));
        assertNotEquals(Picture.of(2, 1, RGB), Picture.of(2, 1, new byte[6]));
    }

    @Test
    void writingToArraysDoesNotChangeThePicture() {
        byte[] given = RGB.clone();
        Picture picture = Picture.of(2, 1, given);
        given[0] = 9;
        picture.rgb()[1] = 9;
        assertArrayEquals(RGB, picture.rgb());
    }

    @Test
    void samplesAreUnsigned() {
        assertEquals(254, Picture.of(2, 1, RGB).sample(1, 0, 1));
    }

    @Test
    void goesToJava2dAndBack() {
        assertEquals(Picture.of(2, 1, RGB), Picture.of(Picture.of(2, 1, RGB).toImage()));
    }

    @Test
    void greyImagesKeepTheirSamples() {
        BufferedImage grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 100);
        assertEquals(Picture.of(1, 1, new byte[] {100, 100, 100}), Picture.of(grey));
    }

    @Test
    void transparentImagesLieOverWhite() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80_000000);
        assertEquals(Picture.of(1, 1, new byte[] {127, 127, 127}), Picture.of(image));
    }

    @Test
    void aWrongNumberOfSamplesIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Picture.of(2, 2, RGB));
        assertEquals("a picture of 2x2 was given 6 bytes, expected width x height x 3", refused.getMessage());
    }
}
