package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The cases that the golden pictures do not cover. {@link PreprocessGoldenTest} tests the arithmetic. */
class ResizeTest {
    @Test
    void theSameSizeIsTheSamePicture() {
        Picture picture = Picture.of(2, 1, new byte[6]);
        assertSame(picture, Resize.bicubic(picture, 2, 1));
    }

    @Test
    void onePixelFillsAnySize() {
        byte[] red = new byte[5 * 7 * 3];
        for (int i = 0; i < red.length; i += 3) {
            red[i] = (byte) 200;
        }
        assertEquals(Picture.of(5, 7, red), Resize.bicubic(Picture.of(1, 1, new byte[] {(byte) 200, 0, 0}), 5, 7));
    }

    @Test
    void whiteStaysWhiteAtAnyShrinking() {
        byte[] white = new byte[977 * 3];
        Arrays.fill(white, (byte) 255);
        assertEquals(Picture.of(1, 1, new byte[] {-1, -1, -1}), Resize.bicubic(Picture.of(977, 1, white), 1, 1));
    }

    @Test
    void sizesBelowOneAreRefused() {
        Picture picture = Picture.of(1, 1, new byte[3]);
        assertThrows(IllegalArgumentException.class, () -> Resize.bicubic(picture, 0, 1));
    }
}
