package org.stylecodes.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.decode.Orientation;

class JpegReadTest {
    /** The PNG files beside these files hold what libjpeg decodes, converted by Pillow's formula if the file has inks. */
    @ParameterizedTest
    @ValueSource(strings = {"cmyk", "ycck", "ycck-subsampled", "grey", "progressive", "rgb-adobe", "no-jfif"})
    void decodesToTheSamplesOfLibjpeg(String name) {
        assertEquals(GoldenPictures.decoded(name + ".png"), GoldenPictures.decoded(name + ".jpg"));
    }

    @Test
    void anEmbeddedProfileDoesNotChangeSamples() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        segment.writeBytes(profile);
        byte[] photo = GoldenPictures.file("photo.jpg");
        assertEquals(Pictures.read(photo), Pictures.read(withSegment(photo, 0xE2, segment.toByteArray())));
    }

    @Test
    void exifOrientationTurnsThePicture() {
        byte[] photo = GoldenPictures.file("photo.jpg");
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        segment.writeBytes(Exif.oriented(8));
        Picture turned = Pictures.read(withSegment(photo, 0xE1, segment.toByteArray()));
        Picture stored = Pictures.read(photo);
        assertEquals(Picture.owning(new Orientation(8).upright(stored.pixels())), turned);
    }

    @Test
    void aFileWithoutItsEndIsRefused() {
        byte[] photo = GoldenPictures.file("photo.jpg");
        byte[] cut = Arrays.copyOf(photo, photo.length / 2);
        PictureFormatException refused = assertThrows(PictureFormatException.class, () -> Pictures.read(cut));
        assertEquals(
                "the picture: the JPEG file is cut short: it ends at byte 9685 without an end marker",
                refused.getMessage());
    }

    @Test
    void bytesAfterTheEndDoNotMatter() {
        byte[] photo = GoldenPictures.file("photo.jpg");
        assertEquals(Pictures.read(photo), Pictures.read(Arrays.copyOf(photo, photo.length + 100)));
    }

    @Test
    void anImpossibleSizeIsRefused() {
        byte[] photo = GoldenPictures.file("photo.jpg");
        int frame = frame(photo);
        photo[frame + 5] = 0;
        photo[frame + 6] = 0;
        String message = assertThrows(PictureFormatException.class, () -> Pictures.read(photo))
                .getMessage();
        assertTrue(message.startsWith("the picture: "), message);
    }

    static int frame(byte[] jpeg) {
        int at = 0;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) 0xC0) {
            at++;
        }
        return at;
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write(data.length + 2 >> 8);
        out.write(data.length + 2);
        out.writeBytes(data);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
