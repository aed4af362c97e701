package org.stylecodes.image;

/**
 * A colour in CIELAB (D65). Equal distances in this space look about equally large.
 *
 * @param lightness 0 (black) to 100 (white)
 * @param a green (negative) to red (positive)
 * @param b blue (negative) to yellow (positive)
 */
public record Lab(double lightness, double a, double b) {
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    private static final double WHITE_X = .95047;
    private static final double WHITE_Z = 1.08883;

    /** Returns the colour with a lightness, a chroma (0 is grey, 100 very colourful) and a hue in degrees. */
    public static Lab ofHue(double lightness, double chroma, double hue) {
        double radians = StrictMath.toRadians(hue);
        return new Lab(lightness, chroma * StrictMath.cos(radians), chroma * StrictMath.sin(radians));
    }

    /** Returns the colour of a packed sRGB value, 0xRRGGBB. */
    public static Lab ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 255);
        double green = linear(rgb >> 8 & 255);
        double blue = linear(rgb & 255);
        double x = compress((.4124564 * red + .3575761 * green + .1804375 * blue) / WHITE_X);
        double y = compress(.2126729 * red + .7151522 * green + .0721750 * blue);
        double z = compress((.0193339 * red + .1191920 * green + .9503041 * blue) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** Returns the packed sRGB value, 0xRRGGBB. A colour outside sRGB loses chroma until it fits, but keeps its lightness and hue. */
    public int toRgb() {
        double chromaShare = 1;
        int rgb = rgbOrMinusOne(chromaShare);
        while (rgb < 0 && chromaShare > .01) {
            chromaShare *= .93;
            rgb = rgbOrMinusOne(chromaShare);
        }
        return rgb >= 0 ? rgb : lightness > 50 ? 0xffffff : 0;
    }

    /** Returns the perceived colour difference (CIE 1976). About 2 is just noticeable; 100 is black against white. */
    public double distance(Lab other) {
        double dl = lightness - other.lightness;
        double da = a - other.a;
        double db = b - other.b;
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    private int rgbOrMinusOne(double chromaShare) {
        double fy = (lightness + 16) / 116;
        double x = WHITE_X * expand(fy + a * chromaShare / 500);
        double y = expand(fy);
        double z = WHITE_Z * expand(fy - b * chromaShare / 200);
        double red = 3.2404542 * x - 1.5371385 * y - .4985314 * z;
        double green = -.9692660 * x + 1.8760108 * y + .0415560 * z;
        double blue = .0556434 * x - .2040259 * y + 1.0572252 * z;
        boolean inside = Math.min(red, Math.min(green, blue)) > -1e-4 && Math.max(red, Math.max(green, blue)) < 1.0001;
        return inside ? gamma(red) << 16 | gamma(green) << 8 | gamma(blue) : -1;
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= .04045 ? value / 12.92 : StrictMath.pow((value + .055) / 1.055, 2.4);
    }

    // Returns a channel, 0..255. Values just outside are clamped.
    private static int gamma(double linear) {
        double value = 255 * (linear <= .0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - .055);
        return (int) (Math.max(0, Math.min(255, value)) + .5);
    }

    private static double compress(double value) {
        return value > EPSILON ? StrictMath.cbrt(value) : (KAPPA * value + 16) / 116;
    }

    private static double expand(double value) {
        double cube = value * value * value;
        return cube > EPSILON ? cube : (116 * value - 16) / KAPPA;
    }
}
