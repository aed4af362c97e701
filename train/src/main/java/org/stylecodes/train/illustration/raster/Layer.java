package org.stylecodes.train.illustration.raster;

/**
 * A square picture of floats with transparency: four planes of {@code side * side} values from 0 to 1, row by row, in sRGB and
 * premultiplied by alpha. The planes are shared, not copied: whoever made a layer may write into it.
 */
public record Layer(int side, float[] red, float[] green, float[] blue, float[] alpha) {
    /** A transparent layer. */
    public static Layer transparent(int side) {
        int pixels = side * side;
        return new Layer(side, new float[pixels], new float[pixels], new float[pixels], new float[pixels]);
    }

    /** A layer with planes of its own. */
    public Layer copy() {
        return new Layer(side, red.clone(), green.clone(), blue.clone(), alpha.clone());
    }

    /** Whether nothing is drawn. */
    public boolean isEmpty() {
        for (float value : alpha) {
            if (value > 0) {
                return false;
            }
        }
        return true;
    }

    /** Replaces a pixel by an opaque colour. */
    public void set(int pixel, float r, float g, float b) {
        red[pixel] = r;
        green[pixel] = g;
        blue[pixel] = b;
        alpha[pixel] = 1;
    }

    /** Lays a colour, not premultiplied, over a pixel. */
    public void blend(int pixel, float r, float g, float b, float opacity) {
        float rest = 1 - opacity;
        red[pixel] = red[pixel] * rest + r * opacity;
        green[pixel] = green[pixel] * rest + g * opacity;
        blue[pixel] = blue[pixel] * rest + b * opacity;
        alpha[pixel] = alpha[pixel] * rest + opacity;
    }

    /** Lays a whole layer over this one. */
    public void lay(Layer top) {
        for (int i = 0; i < alpha.length; i++) {
            float rest = 1 - top.alpha[i];
            if (rest < 1) {
                red[i] = red[i] * rest + top.red[i];
                green[i] = green[i] * rest + top.green[i];
                blue[i] = blue[i] * rest + top.blue[i];
                alpha[i] = alpha[i] * rest + top.alpha[i];
            }
        }
    }

    /** The picture in bytes, {@code side * side * 3}, RGB, row by row; transparency shows black. */
    public byte[] toRgb() {
        byte[] rgb = new byte[alpha.length * 3];
        for (int i = 0; i < alpha.length; i++) {
            rgb[3 * i] = level(red[i]);
            rgb[3 * i + 1] = level(green[i]);
            rgb[3 * i + 2] = level(blue[i]);
        }
        return rgb;
    }

    private static byte level(float value) {
        return (byte) (int) (Math.max(0, Math.min(1, value)) * 255 + .5f);
    }
}
