package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FramingTest {
    @Test
    void whatIsDrawnIsCentredAndFillsTheFrame() {
        // A bar of 40 x 20 in a corner becomes one of 16 x 8 in the middle.
        int[] framed = Framing.frame(bar(3, 5, 40, 20), 20, 2).orElseThrow();
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                boolean inside = x >= 2 && x < 18 && y >= 6 && y < 14;
                assertEquals(inside ? 0xffff0000 : 0, framed[y * 20 + x], x + ", " + y);
            }
        }
    }

    @Test
    void edgesAreBlendedByOpacityAndKeepTheirColour() {
        int[] framed = Framing.frame(bar(0, 0, 40, 25), 20, 2).orElseThrow();
        assertEquals(0xffff0000, framed[5 * 20 + 10]); // 5.0 to 15.0 are the rows of the bar
        assertEquals(0x00000000, framed[4 * 20 + 10]);
        framed = Framing.frame(bar(0, 0, 40, 20), 21, 2).orElseThrow();
        assertEquals(0xbfff0000, framed[6 * 21 + 10]); // the bar covers three quarters of row 6
    }

    @Test
    void nothingStaysNothing() {
        assertEquals(Optional.empty(), Framing.frame(new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), 20, 2));
    }

    private static BufferedImage bar(int x, int y, int width, int height) {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
        return image;
    }
}
