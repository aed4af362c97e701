package org.stylecodes.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.Exif;
import org.stylecodes.image.Picture;
import org.stylecodes.image.pixels.Pixels;

/** Tests the eight orientations of a camera on a stored picture with two rows, ABC and DEF. */
class OrientationTest {
    @ParameterizedTest
    @CsvSource({
        "1, ABC DEF",
        "2, CBA FED",
        "3, FED CBA",
        "4, DEF ABC",
        "5, AD BE CF",
        "6, DA EB FC",
        "7, FC EB DA",
        "8, CF BE AD"
    })
    void turnsAndMirrorsAsTheTagSays(int tag, String expected) {
        assertEquals(picture(expected), upright(Exif.oriented(tag)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void unknownValuesLeaveThePictureAsItIs(int tag) {
        assertEquals(picture("ABC DEF"), upright(Exif.oriented(tag)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 15, 20})
    void damagedBlocksLeaveThePictureAsItIs(int length) {
        byte[] cut = Arrays.copyOf(Exif.oriented(6), length);
        assertEquals(picture("ABC DEF"), upright(cut));
    }

    private static Picture upright(byte[] exif) {
        Picture stored = picture("ABC DEF");
        Pixels turned = Orientation.of(exif).upright(new Pixels(stored.width(), stored.height(), stored.rgb()));
        return Picture.of(turned.width(), turned.height(), turned.rgb());
    }

    private static Picture picture(String letters) {
        String[] rows = letters.split(" ");
        byte[] rgb = new byte[rows.length * rows[0].length() * 3];
        int i = 0;
        for (String row : rows) {
            for (char letter : row.toCharArray()) {
                rgb[i++] = (byte) letter;
                rgb[i++] = (byte) (letter + 50);
                rgb[i++] = (byte) (letter + 100);
            }
        }
        return Picture.of(rows[0].length(), rows.length, rgb);
    }
}
