package org.stylecodes.train.scene;

/** The pixels of a square drawing (size x size, packed sRGB, rows first), and the colour that textures are drawn in. */
record Raster(int[] pixels, int size, boolean darkInk) {
    /** Width of the grid on which everything is defined. */
    static final double GRID = 128;

    private static final double DARK_SKY = .35;

    /** A colour for every pixel, from the grid position of its centre and its old colour. */
    interface Shader {
        int shade(double x, double y, int rgb);
    }

    /** A drawing before a sky, which decides whether textures are drawn in black or in white. */
    static Raster of(int[] pixels, int size, int sky) {
        return new Raster(pixels, size, Rgb.luma(sky) > DARK_SKY);
    }

    /** Grid units per pixel. */
    double unit() {
        return GRID / size;
    }

    void shade(Shader shader) {
        double unit = unit();
        for (int row = 0, i = 0; row < size; row++) {
            double y = (row + .5) * unit;
            for (int column = 0; column < size; column++, i++) {
                pixels[i] = shader.shade((column + .5) * unit, y, pixels[i]);
            }
        }
    }

    /** How much ink a colour takes, from 0 to 1: dark colours much black, light colours much white. */
    double tone(int rgb) {
        return darkInk ? 1 - Rgb.luma(rgb) : Rgb.luma(rgb);
    }

    /** The colour of the texture's lines and dots. */
    int textureInk() {
        return darkInk ? Rgb.BLACK : Rgb.WHITE;
    }

    /** The pixel that holds a grid position; positions beyond the border take the nearest. */
    int at(int[] from, double x, double y) {
        int column = (int) Math.max(0, Math.min(size - 1, x / unit()));
        int row = (int) Math.max(0, Math.min(size - 1, y / unit()));
        return from[row * size + column];
    }
}
