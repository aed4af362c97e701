package org.stylecodes.train.illustration.setting;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** What lies behind everything else. */
public enum Backdrop {
    /** One colour. */
    FLAT,
    /** From one colour at the top to another at the bottom. */
    GRADIENT,
    /** Rows of dots. */
    DOTS,
    /** The fine and the coarse grain of paper. */
    PAPER,
    /** Stripes. */
    STRIPES,
    /** A disc in the middle. */
    DISC,
    /** Beams from the middle to the edges. */
    RAYS;

    /** Paints a whole layer. What varies within a kind, such as the width of stripes, follows from the seed. */
    public void paint(Layer layer, Palette palette, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int side = layer.side();
        float unit = side / 256f;
        Colour paper = palette.paper();
        Colour accent = palette.paperAccent();
        for (int i = 0; i < side * side; i++) {
            layer.set(i, paper.red(), paper.green(), paper.blue());
        }
        Pen pen = new Pen(layer, accent);
        switch (this) {
            case FLAT -> {}
            case GRADIENT -> gradient(layer, palette, random.nextBoolean());
            case DOTS -> dots(pen, (16 + 10 * random.nextInt(2)) * unit);
            case PAPER -> grain(layer, accent, seed, unit);
            case STRIPES -> stripes(layer, accent, (float) (9 + random.nextInt(3) * 4) * unit, random.nextInt(3));
            case DISC -> pen.disc(side / 2f, side / 2f, side * .46f);
            case RAYS -> rays(layer, accent, 7 + random.nextInt(4));
        }
    }

    private static void gradient(Layer layer, Palette palette, boolean downwards) {
        int side = layer.side();
        Colour from = palette.paper();
        Colour to = palette.paperAccent().lighter(palette.dark() ? .08f : -.06f);
        for (int y = 0; y < side; y++) {
            float share = (y + .5f) / side;
            Colour colour = from.mix(to, downwards ? share : 1 - share);
            for (int x = 0; x < side; x++) {
                layer.set(y * side + x, colour.red(), colour.green(), colour.blue());
            }
        }
    }

    private static void dots(Pen pen, float period) {
        int rows = (int) (pen.layer().side() / period) + 1;
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= rows; column++) {
                pen.disc((column + (row % 2) * .5f) * period, row * period, period * .24f);
            }
        }
    }

    private static void grain(Layer layer, Colour accent, long seed, float unit) {
        float[] cloud = new LatticeNoise(seed, 36 * unit).cloud(layer.side());
        float[] fine = new LatticeNoise(seed + 9, 9 * unit).cloud(layer.side());
        for (int i = 0; i < cloud.length; i++) {
            float share = Math.max(0, Math.min(1, 1.2f * (cloud[i] - .3f) + .9f * (fine[i] - .5f)));
            layer.blend(i, accent.red(), accent.green(), accent.blue(), share * .8f);
        }
    }

    private static void stripes(Layer layer, Colour accent, float width, int direction) {
        int side = layer.side();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float across = direction == 0 ? x : direction == 1 ? y : (x + y) * .7071f;
                float phase = across / (2 * width);
                float triangle = Math.abs(2 * (phase - (int) phase) - 1);
                float share = Math.max(0, Math.min(1, (triangle - .5f) * width + .5f));
                layer.blend(y * side + x, accent.red(), accent.green(), accent.blue(), share);
            }
        }
    }

    private static void rays(Layer layer, Colour accent, int count) {
        int side = layer.side();
        float middle = side / 2f;
        for (int ray = 0; ray < count; ray++) {
            double from = 2 * StrictMath.PI * ray / count;
            double to = from + StrictMath.PI / count;
            float fromX = (float) StrictMath.cos(from);
            float fromY = (float) StrictMath.sin(from);
            float toX = (float) StrictMath.cos(to);
            float toY = (float) StrictMath.sin(to);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    float dx = x + .5f - middle;
                    float dy = y + .5f - middle;
                    float share = Math.min(fromX * dy - fromY * dx, toY * dx - toX * dy) + .5f;
                    if (share > 0) {
                        layer.blend(y * side + x, accent.red(), accent.green(), accent.blue(), Math.min(1, share));
                    }
                }
            }
        }
    }
}
