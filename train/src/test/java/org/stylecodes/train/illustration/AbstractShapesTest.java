package org.stylecodes.train.illustration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stylecodes.train.illustration.colour.Colouring;
import org.stylecodes.train.illustration.colour.Palette;
import org.stylecodes.train.illustration.colour.PaperTone;
import org.stylecodes.train.illustration.raster.Layer;

class AbstractShapesTest {
    @Test
    void shapesAreTheSameAtEverySize() {
        for (int seed = 0; seed < 24; seed++) {
            Layer large = shapes(seed, 256);
            Layer small = shapes(seed, 64);
            int different = 0;
            int drawn = 0;
            for (int i = 0; i < 64 * 64; i++) {
                boolean inSmall = small.alpha()[i] > .5f;
                boolean inLarge = large.alpha()[i / 64 * 4 * 256 + i % 64 * 4] > .5f;
                different += inSmall == inLarge ? 0 : 1;
                drawn += inLarge ? 1 : 0;
            }
            // Edges differ; bands of another width differ in two fifths of their pixels or more.
            assertTrue(different < .3 * drawn, seed + ": " + different + " of " + drawn);
        }
    }

    private static Layer shapes(int seed, int side) {
        Palette palette = Palette.draw(PaperTone.LIGHT, Colouring.TWO_HUES, new SplittableRandom(1));
        Layer layer = Layer.transparent(side);
        AbstractShapes.draw(layer, palette, false, new SplittableRandom(seed));
        return layer;
    }
}
