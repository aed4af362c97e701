package org.stylecodes.train.illustration.raster;

/**
 * A drawing cut out along the box of what it shows. Immutable as long as nobody writes into its pixels.
 *
 * @param width the width of the box in pixels
 * @param height the height of the box in pixels
 * @param argb {@code width * height} pixels, row by row, with colours multiplied by alpha
 */
public record Cutout(int width, int height, int[] argb) {
    private static final int VISIBLE =
            24; // of 255; fainter pixels, such as the end of a soft shadow, do not widen the box

    /** Cuts out a square drawing of ARGB pixels with colours not multiplied by alpha. */
    public static Cutout of(int[] drawing, int side) {
        int left = side;
        int right = -1;
        int top = side;
        int bottom = -1;
        for (int i = 0; i < drawing.length; i++) {
            if (drawing[i] >>> 24 > VISIBLE) {
                left = Math.min(left, i % side);
                right = Math.max(right, i % side);
                top = Math.min(top, i / side);
                bottom = i / side;
            }
        }
        if (right < 0) {
            return new Cutout(1, 1, new int[1]);
        }
        int width = right - left + 1;
        int height = bottom - top + 1;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = premultiplied(drawing[(top + i / width) * side + left + i % width]);
        }
        return new Cutout(width, height, argb);
    }

    private static int premultiplied(int pixel) {
        int alpha = pixel >>> 24;
        int red = ((pixel >> 16 & 255) * alpha + 127) / 255;
        int green = ((pixel >> 8 & 255) * alpha + 127) / 255;
        int blue = ((pixel & 255) * alpha + 127) / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /**
     * Draws the cutout over a layer.
     *
     * @param centreX where its centre comes to lie, in pixels
     * @param centreY where its centre comes to lie, in pixels
     * @param scale pixels of the layer a pixel of the drawing
     * @param turns rotation, in turns of the circle, clockwise
     * @param mirrored whether left and right change places
     */
    public void draw(Layer layer, float centreX, float centreY, float scale, double turns, boolean mirrored) {
        float cosine = (float) StrictMath.cos(turns * 2 * StrictMath.PI);
        float sine = (float) StrictMath.sin(turns * 2 * StrictMath.PI);
        float reachX = (Math.abs(cosine) * width + Math.abs(sine) * height) * scale / 2 + 2;
        float reachY = (Math.abs(sine) * width + Math.abs(cosine) * height) * scale / 2 + 2;
        int side = layer.side();
        int fromX = Math.max(0, (int) (centreX - reachX));
        int toX = Math.min(side - 1, (int) (centreX + reachX));
        int fromY = Math.max(0, (int) (centreY - reachY));
        int toY = Math.min(side - 1, (int) (centreY + reachY));
        int samples = Math.max(1, Math.round(.8f / scale)); // a side of the grid of samples in a pixel
        float weight = 1f / (255 * samples * samples);
        float flip = mirrored ? -1 : 1;
        float[] taps = new float[4];
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                taps[0] = taps[1] = taps[2] = taps[3] = 0;
                for (int s = 0; s < samples * samples; s++) {
                    float dx = x + (s % samples + .5f) / samples - centreX;
                    float dy = y + (s / samples + .5f) / samples - centreY;
                    float u = flip * (cosine * dx + sine * dy) / scale + width / 2f - .5f;
                    float v = (cosine * dy - sine * dx) / scale + height / 2f - .5f;
                    tap(u, v, taps);
                }
                if (taps[3] > 0) {
                    int pixel = y * side + x;
                    float alpha = taps[3] * weight;
                    float rest = 1 - alpha;
                    layer.red()[pixel] = layer.red()[pixel] * rest + taps[0] * weight;
                    layer.green()[pixel] = layer.green()[pixel] * rest + taps[1] * weight;
                    layer.blue()[pixel] = layer.blue()[pixel] * rest + taps[2] * weight;
                    layer.alpha()[pixel] = layer.alpha()[pixel] * rest + alpha;
                }
            }
        }
    }

    private void tap(float u, float v, float[] taps) {
        if (u <= -1 || v <= -1 || u >= width || v >= height) {
            return;
        }
        int column = (int) (u + 1) - 1;
        int row = (int) (v + 1) - 1;
        float right = u - column;
        float down = v - row;
        add(column, row, (1 - right) * (1 - down), taps);
        add(column + 1, row, right * (1 - down), taps);
        add(column, row + 1, (1 - right) * down, taps);
        add(column + 1, row + 1, right * down, taps);
    }

    private void add(int column, int row, float weight, float[] taps) {
        if (column >= 0 && row >= 0 && column < width && row < height) {
            int pixel = argb[row * width + column];
            taps[0] += weight * (pixel >> 16 & 255);
            taps[1] += weight * (pixel >> 8 & 255);
            taps[2] += weight * (pixel & 255);
            taps[3] += weight * (pixel >>> 24);
        }
    }
}
