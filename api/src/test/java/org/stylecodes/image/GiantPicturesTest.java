package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Refuses small files whose headers claim more pixels than the limit before decoding any pixel. */
class GiantPicturesTest {
    @Test
    void aJpegOf65500Squared() {
        byte[] file = GoldenPictures.file("photo.jpg");
        int frame = JpegReadTest.frame(file);
        put(file, frame + 5, 0xFF, 0xDC, 0xFF, 0xDC);
        assertTooLarge(file, "65500x65500");
    }

    @Test
    void aBmpOf30000By3000() {
        ByteBuffer file = ByteBuffer.wrap(GoldenPictures.file("image.bmp")).order(ByteOrder.LITTLE_ENDIAN);
        int data = file.getInt(10);
        file.putInt(2, data + 30000 * 3000 * 3); // the length of the file, without which Java's own reader refuses it
        file.putInt(18, 30000).putInt(22, 3000);
        assertTooLarge(file.array(), "30000x3000");
    }

    @Test
    void aLosslessWebpOf16384Squared() {
        byte[] file = GoldenPictures.file("image.webp");
        put(file, 21, 0xFF, 0xFF, 0xFF, 0x0F); // 14 bits each, minus one
        assertTooLarge(file, "16384x16384");
    }

    @Test
    void aLossyWebpOf16383Squared() {
        byte[] file = GoldenPictures.own("lossy.webp");
        put(file, 26, 0xFF, 0x3F, 0xFF, 0x3F);
        assertTooLarge(file, "16383x16383");
    }

    private static void put(byte[] file, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            file[at + i] = (byte) values[i];
        }
    }

    private static void assertTooLarge(byte[] file, String size) {
        String message = assertThrows(PictureFormatException.class, () -> Pictures.read(file))
                .getMessage();
        assertTrue(message.contains("has " + size + " pixels, more than the limit of 67108864"), message);
        String[] sides = size.split("x");
        assertEquals(Long.parseLong(sides[0]) * Long.parseLong(sides[1]), Pictures.pixels(file, "the picture"));
    }
}
