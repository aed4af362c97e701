package org.stylecodes.train.drawing;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Trims a picture to what is drawn and centres that in a square with a small margin, so that drawings by all hands have alike sizes.
 * Thread-safe.
 */
final class Framing {
    private static final int VISIBLE = 16; // of 255; fainter pixels, such as the ends of a glow, do not count as drawn

    private Framing() {}

    /**
     * Returns the pixels of the framed picture as ARGB, not premultiplied; empty if nothing is drawn.
     *
     * @param image of the type {@link BufferedImage#TYPE_INT_ARGB}
     * @param side the width and the height of the result in pixels
     * @param margin the pixels between the drawn area and the nearest edges of the result
     */
    static Optional<int[]> frame(BufferedImage image, int side, int margin) {
        int width = image.getWidth();
        int[] argb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        int left = width;
        int top = image.getHeight();
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 >= VISIBLE) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width);
            }
        }
        if (right < 0) {
            return Optional.empty();
        }
        double scale = Math.max(right + 1 - left, bottom + 1 - top) / (double) (side - 2 * margin);
        double startX = (left + right + 1) / 2.0 - scale * side / 2;
        double startY = (top + bottom + 1) / 2.0 - scale * side / 2;
        int[] framed = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                framed[y * side + x] = mean(argb, width, startX + x * scale, startY + y * scale, Math.max(scale, 1));
            }
        }
        return Optional.of(framed);
    }

    // The mean of a square of the picture, weighted by covered area; beyond the picture nothing is drawn.
    private static int mean(int[] argb, int width, double left, double top, double size) {
        int height = argb.length / width;
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        int lastY = Math.min(height, (int) Math.ceil(top + size));
        int lastX = Math.min(width, (int) Math.ceil(left + size));
        for (int y = Math.max(0, (int) Math.floor(top)); y < lastY; y++) {
            double rows = Math.min(y + 1, top + size) - Math.max(y, top);
            for (int x = Math.max(0, (int) Math.floor(left)); x < lastX; x++) {
                int pixel = argb[y * width + x];
                double columns = Math.min(x + 1, left + size) - Math.max(x, left);
                double weight = rows * columns * (pixel >>> 24);
                alpha += weight;
                red += weight * (pixel >> 16 & 0xff);
                green += weight * (pixel >> 8 & 0xff);
                blue += weight * (pixel & 0xff);
            }
        }
        int opacity = (int) Math.round(alpha / (size * size));
        if (opacity == 0) {
            return 0;
        }
        return opacity << 24
                | (int) Math.round(red / alpha) << 16
                | (int) Math.round(green / alpha) << 8
                | (int) Math.round(blue / alpha);
    }
}
