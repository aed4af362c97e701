package org.stylecodes.studio.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;

class ColourPaletteTest {
    @Test
    void coloursAreSortedByTheirShareOfThePicture() {
        byte[] rgb = new byte[10 * 3];
        for (int pixel = 0; pixel < 10; pixel++) {
            rgb[pixel * 3 + (pixel < 7 ? 2 : 0)] = (byte) 255;
        }
        assertEquals(List.of("#0000ff", "#ff0000"), ColourPalette.of(Picture.of(10, 1, rgb)));
    }

    @Test
    void similarColoursAreMerged() {
        byte[] rgb = {100, 100, 100, 118, 118, 118};
        assertEquals(1, ColourPalette.of(Picture.of(2, 1, rgb)).size());
    }

    @Test
    void thereAreNoMoreThanSix() {
        byte[] rgb = new byte[4096 * 3];
        for (int i = 0; i < 4096; i++) {
            rgb[i * 3] = (byte) (i % 16 * 17);
            rgb[i * 3 + 1] = (byte) (i / 16 % 16 * 17);
            rgb[i * 3 + 2] = (byte) (i / 256 * 17);
        }
        assertEquals(6, ColourPalette.of(Picture.of(64, 64, rgb)).size());
    }

    @Test
    void blackAndWhiteAre100Apart() {
        double distance = ColourPalette.colour("#000000").distance(ColourPalette.colour("#ffffff"));
        assertTrue(Math.abs(distance - 100) < 0.01, "distance " + distance);
    }
}
