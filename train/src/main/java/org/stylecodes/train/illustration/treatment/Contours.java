package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.raster.Blur;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Distance;
import org.stylecodes.train.illustration.raster.Layer;

/** Finds the lines of drawings: outlines, and borders between their colours. */
final class Contours {
    private static final float THIN = 7.5f; // half the width of what counts as a drawn line, in pixels of 256

    private Contours() {}

    // Strength of edges from 0 to about 1, over a few pixels; transparent is a colour of its own.
    private static float[] edges(int side, float deviation, float[]... planes) {
        float[] strength = new float[side * side];
        for (float[] plane : planes) {
            addGradient(Blur.of(plane, side, deviation), side, strength);
        }
        for (int i = 0; i < strength.length; i++) {
            strength[i] = Curves.step(.1f, .2f, (float) Math.sqrt(strength[i]) * deviation);
        }
        return strength;
    }

    private static void addGradient(float[] plane, int side, float[] squares) {
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                float across = plane[i + 1] - plane[i - 1];
                float down = plane[i + side] - plane[i - side];
                squares[i] += across * across + down * down;
            }
        }
    }

    /** How much of every pixel a line covers that follows the edges of a drawing; about {@code width} pixels of 256 wide. */
    static float[] lines(Layer layer, boolean oneColour, float width) {
        if (oneColour) {
            return hollow(layer.alpha(), layer.side());
        }
        return edges(
                layer.side(), deviation(layer.side(), width), layer.red(), layer.green(), layer.blue(), layer.alpha());
    }

    /** A line along the outline of an area. */
    static float[] outline(float[] area, int side, float width) {
        return edges(side, deviation(side, width), area);
    }

    private static float deviation(int side, float width) {
        return Math.max(.8f, .5f * width * side / 256);
    }

    /** Lines of a layer of simple shapes: small ones whole, large ones by their outline and the borders of their colours. */
    static float[] sketch(Layer layer, float width) {
        int side = layer.side();
        float unit = side / 256f;
        float[] lines = hollow(layer.alpha(), side);
        float[] borders = lines(layer, false, width);
        float[] deep = Distance.inside(layer.alpha(), side);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Math.max(lines[i], borders[i] * Curves.step(4 * unit, 6 * unit, deep[i]));
        }
        return lines;
    }

    // A drawing in one colour consists of lines already; only its large areas are emptied.
    private static float[] hollow(float[] alpha, int side) {
        float unit = side / 256f;
        float[] deep = Distance.inside(alpha, side);
        float[] lines = alpha.clone();
        float[] core = new float[lines.length];
        for (int i = 0; i < lines.length; i++) {
            core[i] = deep[i] > THIN * unit ? 1 : 0;
        }
        float[] toCore = Distance.outside(core, side);
        for (int i = 0; i < lines.length; i++) {
            // Opened by a disc: what lies within THIN of the core belongs to an area, and its rim stays a line.
            float rim = Curves.step(3.7f * unit, 2.5f * unit, deep[i]);
            float area = toCore[i] <= THIN * unit + 1 ? 1 : 0;
            lines[i] *= area == 0 ? 1 : rim;
        }
        return lines;
    }

    /** The alpha of a layer with its holes filled: all that the border of the picture does not reach from outside. */
    static float[] solid(float[] alpha, int side) {
        boolean[] outside = new boolean[alpha.length];
        int[] queue = new int[alpha.length];
        int count = 0;
        for (int i = 0; i < side; i++) {
            int[] border = {i, (side - 1) * side + i, i * side, i * side + side - 1};
            for (int pixel : border) {
                if (alpha[pixel] < .5f && !outside[pixel]) {
                    outside[pixel] = true;
                    queue[count++] = pixel;
                }
            }
        }
        for (int next = 0; next < count; next++) {
            int pixel = queue[next];
            int x = pixel % side;
            count = visit(alpha, outside, queue, count, x > 0, pixel - 1);
            count = visit(alpha, outside, queue, count, x < side - 1, pixel + 1);
            count = visit(alpha, outside, queue, count, pixel >= side, pixel - side);
            count = visit(alpha, outside, queue, count, pixel < alpha.length - side, pixel + side);
        }
        float[] solid = new float[alpha.length];
        for (int i = 0; i < alpha.length; i++) {
            solid[i] = outside[i] ? alpha[i] : 1;
        }
        return solid;
    }

    private static int visit(float[] alpha, boolean[] outside, int[] queue, int count, boolean exists, int pixel) {
        if (exists && !outside[pixel] && alpha[pixel] < .5f) {
            outside[pixel] = true;
            queue[count] = pixel;
            return count + 1;
        }
        return count;
    }
}
