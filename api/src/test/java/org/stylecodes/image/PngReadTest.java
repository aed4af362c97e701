package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PngReadTest {
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;

    @Test
    void oneBitGreyIsBlackAndWhite() {
        assertSamples(new PngFile(2, 1, 1, GREY).rows(0, 0b01000000), 0, 0, 0, 255, 255, 255);
    }

    @Test
    void fourBitGreySpansTheWholeRange() {
        assertSamples(new PngFile(2, 1, 4, GREY).rows(0, 0x1F), 17, 17, 17, 255, 255, 255);
    }

    @Test
    void sixteenBitSamplesKeepTheirHighByte() {
        assertSamples(new PngFile(1, 1, 16, RGB).rows(0, 1, 255, 2, 128, 254, 1), 1, 2, 254);
    }

    @Test
    void greyWithAlphaIsCompositedOverWhite() {
        assertSamples(
                new PngFile(3, 1, 8, GREY_ALPHA).rows(0, 100, 255, 100, 0, 100, 128),
                100,
                100,
                100,
                255,
                255,
                255,
                177,
                177,
                177);
    }

    @Test
    void transparentPaletteEntriesAreCompositedOverWhite() {
        byte[] file = new PngFile(2, 1, 8, PALETTE)
                .chunk("PLTE", bytes(10, 20, 30, 40, 50, 60))
                .chunk("tRNS", bytes(0, 255))
                .rows(0, 0, 1);
        assertSamples(file, 255, 255, 255, 40, 50, 60);
    }

    @Test
    void theTransparentColourIsCompositedOverWhite() {
        byte[] file =
                new PngFile(2, 1, 8, RGB).chunk("tRNS", bytes(0, 1, 0, 2, 0, 3)).rows(0, 1, 2, 3, 4, 5, 6);
        assertSamples(file, 255, 255, 255, 4, 5, 6);
    }

    @Test
    void gammaAndProfilesDoNotChangeSamples() {
        byte[] file = new PngFile(1, 1, 8, RGB)
                .chunk("gAMA", bytes(0, 0, 0x27, 0x10))
                .chunk("iCCP", bytes('x', 0, 0, 1, 2, 3))
                .rows(0, 10, 20, 30);
        assertSamples(file, 10, 20, 30);
    }

    @Test
    void exifTurnsThePicture() {
        byte[] file = new PngFile(2, 1, 8, RGB).chunk("eXIf", Exif.oriented(6)).rows(0, 1, 2, 3, 4, 5, 6);
        assertEquals(Picture.of(1, 2, bytes(1, 2, 3, 4, 5, 6)), Pictures.read(file));
    }

    @Test
    void aTextOfGigabytesIsNotDecompressed() {
        byte[] bomb = PngFile.deflate(new byte[1 << 26]);
        byte[] text = new byte[bomb.length + 3];
        text[0] = 'k';
        System.arraycopy(bomb, 0, text, 3, bomb.length);
        byte[] file = new PngFile(1, 1, 8, RGB).chunk("zTXt", text).rows(0, 10, 20, 30);
        assertSamples(file, 10, 20, 30);
        assertRefused("holds more than 16777216 bytes of text", () -> Pictures.readText(file));
    }

    @Test
    void aWrongChecksumIsReportedWithItsOffset() {
        byte[] file = new PngFile(1, 1, 8, RGB).rows(0, 10, 20, 30);
        file[45]++; // inside IDAT, which begins at 33
        assertRefused("the PNG file is damaged: the checksum of IDAT at byte 33 is wrong", () -> Pictures.read(file));
    }

    @Test
    void tooFewRowsAreRefused() {
        assertRefused("the PNG data is damaged", () -> Pictures.read(new PngFile(1, 2, 8, RGB).rows(0, 10, 20, 30)));
    }

    private static void assertRefused(String problem, Executable read) {
        String message = assertThrows(PictureFormatException.class, read).getMessage();
        assertTrue(message.startsWith("the picture: " + problem), message);
    }

    private static void assertSamples(byte[] file, int... expected) {
        assertArrayEquals(bytes(expected), Pictures.read(file).rgb());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
