package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GifReadTest {
    @Test
    void aFrameSmallerThanItsCanvasLiesOnWhite() {
        byte[] white = new byte[4 * 3 * 3];
        Arrays.fill(white, (byte) 255);
        int pixel = (2 * 4 + 1) * 3;
        white[pixel] = 10;
        white[pixel + 1] = 20;
        white[pixel + 2] = 30;
        assertEquals(Picture.of(4, 3, white), Pictures.read(onePixel(4, 3)));
    }

    @Test
    void aHugeCanvasAroundASmallFrameIsRefused() {
        PictureFormatException refused =
                assertThrows(PictureFormatException.class, () -> Pictures.read(onePixel(60_000, 60_000)));
        assertEquals(
                "the picture: has 60000x60000 pixels, more than the limit of 67108864; make it smaller or raise the limit",
                refused.getMessage());
    }

    /** A canvas with a frame of one pixel at (1, 2), in the second of two colours. */
    private static byte[] onePixel(int width, int height) {
        int[] file = {
            'G',
            'I',
            'F',
            '8',
            '9',
            'a',
            width & 255,
            width >> 8,
            height & 255,
            height >> 8,
            0x80,
            0,
            0, // global palette of two
            0,
            0,
            0,
            10,
            20,
            30, // palette
            0x2C,
            1,
            0,
            2,
            0,
            1,
            0,
            1,
            0,
            0, // frame
            2,
            2,
            0x4C,
            0x01,
            0, // codes of three bits: clear, 1, end
            0x3B
        };
        byte[] bytes = new byte[file.length];
        for (int i = 0; i < file.length; i++) {
            bytes[i] = (byte) file[i];
        }
        return bytes;
    }
}
