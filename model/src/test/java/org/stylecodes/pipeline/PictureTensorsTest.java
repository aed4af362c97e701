package org.stylecodes.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

class PictureTensorsTest {
    @Test
    void everyLevelComesBack() {
        byte[] rgb = new byte[256 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7);
        }
        Picture picture = Picture.of(32, 8, rgb);
        assertEquals(picture, Scope.get(() -> PictureTensors.picture(PictureTensors.of(picture))));
    }

    @Test
    void channelsAreSeparateAndBlackIsMinusOne() {
        Picture picture = Picture.of(2, 1, new byte[] {0, (byte) 255, 51, (byte) 255, 0, 102});
        float[] values = Scope.get(() -> Tensors.floats(PictureTensors.of(picture)));
        assertArrayEquals(new float[] {-1, 1, 1, -1, -0.6f, -0.2f}, values, 1e-6f);
    }

    @Test
    void valuesOutOfRangeAreClampedAndTheOthersRounded() {
        byte[] rgb = Scope.get(() -> {
            float[] values = {-1.5f, 2, -0.993f, -0.987f, 0, 0.999f}; // two pixels of three channels
            return PictureTensors.picture(Tensors.of(values, 1, 3, 1, 2)).rgb();
        });
        assertArrayEquals(new byte[] {0, 1, (byte) 128, (byte) 255, 2, (byte) 255}, rgb);
    }

    @Test
    void aPictureIsCroppedAroundItsMiddle() {
        // Three columns, the middle one white.
        Picture wide = Picture.of(3, 1, new byte[] {0, 0, 0, -1, -1, -1, 0, 0, 0});
        assertEquals(Picture.of(1, 1, new byte[] {-1, -1, -1}), PictureTensors.fitted(wide, 1, 1));
    }

    @Test
    void aPictureOfTheRightProportionsIsKeptWhole() {
        Picture picture = Picture.of(2, 1, new byte[] {0, 0, 0, -1, -1, -1});
        assertEquals(picture, PictureTensors.fitted(picture, 2, 1));
        Picture large = PictureTensors.fitted(picture, 4, 2);
        assertEquals(4, large.width());
        assertEquals(0, large.sample(0, 0, 0));
        assertEquals(255, large.sample(3, 1, 0));
    }
}
