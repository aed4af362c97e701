package org.stylecodes.train.illustration.colour;

/**
 * Conversions between sRGB and OKLab (Ottosson 2020): lightness from 0 to 1, and the axes green to red and blue to yellow. They
 * use tables and arithmetic that is the same on every machine.
 */
public final class Oklab {
    private static final int STEPS = 4096;
    private static final float[] DECODED = new float[STEPS + 2];
    private static final float[] ENCODED = new float[STEPS + 2];

    static {
        for (int i = 0; i < DECODED.length; i++) {
            double value = (double) i / STEPS;
            DECODED[i] = (float) (value <= .04045 ? value / 12.92 : StrictMath.pow((value + .055) / 1.055, 2.4));
            ENCODED[i] = (float) (value <= .0031308 ? value * 12.92 : 1.055 * StrictMath.pow(value, 1 / 2.4) - .055);
        }
    }

    private Oklab() {}

    /** Writes lightness and the two axes of a colour of sRGB into the first three places of an array. */
    public static void fromRgb(float red, float green, float blue, float[] lab) {
        float r = lookUp(DECODED, red);
        float g = lookUp(DECODED, green);
        float b = lookUp(DECODED, blue);
        float l = cubeRoot(.4122214708f * r + .5363325363f * g + .0514459929f * b);
        float m = cubeRoot(.2119034982f * r + .6806995451f * g + .1073969566f * b);
        float s = cubeRoot(.0883024619f * r + .2817188376f * g + .6299787005f * b);
        lab[0] = .2104542553f * l + .7936177850f * m - .0040720468f * s;
        lab[1] = 1.9779984951f * l - 2.4285922050f * m + .4505937099f * s;
        lab[2] = .0259040371f * l + .7827717662f * m - .8086757660f * s;
    }

    /** Lightness alone. */
    public static float lightness(float red, float green, float blue) {
        float r = lookUp(DECODED, red);
        float g = lookUp(DECODED, green);
        float b = lookUp(DECODED, blue);
        float l = cubeRoot(.4122214708f * r + .5363325363f * g + .0514459929f * b);
        float m = cubeRoot(.2119034982f * r + .6806995451f * g + .1073969566f * b);
        float s = cubeRoot(.0883024619f * r + .2817188376f * g + .6299787005f * b);
        return .2104542553f * l + .7936177850f * m - .0040720468f * s;
    }

    /** Writes sRGB into the first three places of an array, before any clipping to its range in the linear values. */
    static boolean toRgb(float lightness, float a, float b, float[] rgb) {
        float l = cube(lightness + .3963377774f * a + .2158037573f * b);
        float m = cube(lightness - .1055613458f * a - .0638541728f * b);
        float s = cube(lightness - .0894841775f * a - 1.2914855480f * b);
        float red = 4.0767416621f * l - 3.3077115913f * m + .2309699292f * s;
        float green = -1.2684380046f * l + 2.6097574011f * m - .3413193965f * s;
        float blue = -.0041960863f * l - .7034186147f * m + 1.7076147010f * s;
        rgb[0] = lookUp(ENCODED, red);
        rgb[1] = lookUp(ENCODED, green);
        rgb[2] = lookUp(ENCODED, blue);
        return inRange(red) && inRange(green) && inRange(blue);
    }

    private static boolean inRange(float value) {
        return value >= -.001f && value <= 1.001f;
    }

    private static float lookUp(float[] table, float value) {
        float position = Math.max(0, Math.min(1, value)) * STEPS;
        int index = (int) position;
        return table[index] + (table[index + 1] - table[index]) * (position - index);
    }

    private static float cube(float value) {
        return value * value * value;
    }

    private static float cubeRoot(float value) {
        if (value < 1e-7f) {
            return 0;
        }
        float root = Float.intBitsToFloat(Float.floatToRawIntBits(value) / 3 + 0x2A514067);
        root = (2 * root + value / (root * root)) / 3;
        root = (2 * root + value / (root * root)) / 3;
        return (2 * root + value / (root * root)) / 3;
    }
}
