package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.stylecodes.image.Picture;

class EdgeTextureTest {
    @Test
    void verticalStripesHaveEdgesInOneDirectionOnly() {
        float[] energy = EdgeTexture.of(stripes(true)).energy();
        assertTrue(energy[0] > 50, "edges across: " + energy[0]);
        assertEquals(0, energy[4], 1e-6);
    }

    @Test
    void rotatingStripesRotatesTheirDirection() {
        float[] energy = EdgeTexture.of(stripes(false)).energy();
        assertEquals(0, energy[0], 1e-6);
        assertTrue(energy[4] > 50, "edges along: " + energy[4]);
    }

    @Test
    void aPictureHasDistanceZeroFromItself() {
        EdgeTexture texture = EdgeTexture.of(stripes(true));
        assertEquals(0, texture.distance(texture));
    }

    private static Picture stripes(boolean vertical) {
        byte[] rgb = new byte[3 * 32 * 32];
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                byte value = (byte) (((vertical ? x : y) / 2) % 2 == 0 ? 255 : 0);
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (y * 32 + x) + c] = value;
                }
            }
        }
        return Picture.of(32, 32, rgb);
    }
}
