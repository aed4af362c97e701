package org.stylecodes.train.illustration;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Blobs, bands and rings that show no thing, in the colours that things of a style could have. */
final class AbstractShapes {
    private AbstractShapes() {}

    /** Draws some shapes over a layer. */
    static void draw(Layer layer, Palette palette, boolean oneColour, SplittableRandom random) {
        int kind = random.nextInt(3);
        int count = 3 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Colour colour = colour(palette, oneColour, random);
            float x = layer.side() * (.2f + .6f * (float) random.nextDouble());
            float y = layer.side() * (.2f + .6f * (float) random.nextDouble());
            float radius = layer.side() * (.1f + .14f * (float) random.nextDouble());
            shape(layer, colour, x, y, radius, kind, random.nextLong());
        }
    }

    private static Colour colour(Palette palette, boolean oneColour, SplittableRandom random) {
        int shade = random.nextInt(palette.tones().size());
        if (oneColour) {
            return palette.ink();
        }
        return switch (palette.colouring()) {
            case DRAWN ->
                Colour.of(.35 + .5 * random.nextDouble(), .05 + .15 * random.nextDouble(), random.nextDouble());
            case TONES -> palette.tones().get(shade);
            case TWO_HUES ->
                random.nextBoolean()
                        ? palette.tones().get(shade)
                        : palette.accents().get(shade);
        };
    }

    // A disc whose radius, shape or hole follow from noise.
    private static void shape(Layer layer, Colour colour, float x, float y, float radius, int kind, long seed) {
        LatticeNoise noise = new LatticeNoise(seed, radius * .9f);
        float stretch = .6f + .8f * noise.hash(0, 0);
        float lean = noise.hash(1, 0) - .5f;
        int side = layer.side();
        float wave = 14 * (side / 256f);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                float dx = (column - x) * stretch + lean * (row - y);
                float dy = (row - y) / stretch;
                float distance = (float) Math.sqrt(dx * dx + dy * dy);
                float edge = radius * (.65f + .7f * noise.at(column, row));
                float cover = edge - distance;
                if (kind == 1) {
                    cover = Math.min(cover, distance - edge * .55f);
                } else if (kind == 2) {
                    cover = Math.min(
                            radius * .22f - Math.abs(dy + wave * (noise.at(column, row) - .5f)),
                            2.2f * radius - Math.abs(dx));
                }
                if (cover > 0) {
                    layer.blend(row * side + column, colour.red(), colour.green(), colour.blue(), Curves.clamp(cover));
                }
            }
        }
    }
}
