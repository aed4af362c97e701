package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.format.Bytes;

class WebpReadTest {
    /** The PNG files beside these files hold what libwebp decodes, with alpha composited over white. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossy",
                "segments",
                "simple-filter",
                "alpha-compressed",
                "alpha-plain",
                "alpha-horizontal",
                "alpha-vertical",
                "alpha-gradient",
                "lossless-alpha",
                "animated"
            })
    void decodesToTheSamplesOfLibwebp(String name) {
        assertEquals(GoldenPictures.decoded(name + ".png"), GoldenPictures.decoded(name + ".webp"));
    }

    @Test
    void aTruncatedFileIsRefusedWithItsLength() {
        byte[] file = GoldenPictures.own("lossy.webp");
        byte[] cut = Arrays.copyOf(file, 100);
        assertEquals("the picture: the WebP file is cut short: it has 100 bytes of " + file.length, refusal(cut));
    }

    @Test
    void aStreamThatEndsEarlyInsideACompleteFileIsRefused() {
        byte[] file = GoldenPictures.own("lossy.webp");
        byte[] cut = Arrays.copyOf(file, file.length / 2 & ~1);
        putLittleEndian(cut, 4, cut.length - 8);
        putLittleEndian(cut, 16, cut.length - 20);
        assertEquals("the picture: the WEBP data is damaged (it ends in row 1 of 3 rows of blocks)", refusal(cut));
    }

    @Test
    void aSmallCanvasAroundAHugePictureIsRefused() {
        byte[] file = GoldenPictures.own("alpha-plain.webp");
        int size = 12 + 8 + 10 + 8 + (1 + 40 * 33 + 1) + 8 + 6; // after VP8X, ALPH and the start of VP8
        file[size + 1] = 0x3F;
        assertEquals("the picture: the WEBP data is damaged (the picture is larger than its canvas)", refusal(file));
    }

    @Test
    void otherRiffFilesAreRefused() {
        byte[] file = GoldenPictures.own("lossy.webp");
        file[8] = 'X';
        assertEquals("the picture: is a RIFF file, but not a WebP picture", refusal(file));
    }

    private static void putLittleEndian(byte[] file, int at, int value) {
        Bytes.putBigEndian(file, at, Integer.reverseBytes(value));
    }

    private static String refusal(byte[] file) {
        return assertThrows(PictureFormatException.class, () -> Pictures.read(file))
                .getMessage();
    }
}
