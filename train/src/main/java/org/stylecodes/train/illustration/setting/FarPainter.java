package org.stylecodes.train.illustration.setting;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Paints what lies far behind things: woods, mountains, a town. */
final class FarPainter {
    private final Layer layer;
    private final SceneryColours colours;
    private final SplittableRandom random;
    private final LatticeNoise noise;
    private final float unit;

    FarPainter(Layer layer, SceneryColours colours, long seed) {
        this.layer = layer;
        this.colours = colours;
        this.random = new SplittableRandom(seed);
        this.noise = new LatticeNoise(seed, 1);
        this.unit = layer.side() / 256f;
    }

    /** Paints what belongs to the place; its foot lies at {@code horizon} (pixels from the top). */
    void paint(Place place, float horizon) {
        switch (place) {
            case FOREST -> forest(horizon);
            case MOUNTAINS -> mountains(horizon);
            case CITY -> city(horizon);
            default -> {}
        }
    }

    private void forest(float horizon) {
        Colour colour = colours.far(.1, .37);
        float tree = 30 * unit;
        pen(colour).below(x -> {
            float position = x / tree;
            int index = (int) position;
            float height = (52 + 40 * noise.hash(index, 7)) * unit;
            float slope = 1 - Math.abs(2 * (position - index) - 1);
            // Three storeys of branches, each drawn in a little.
            double storey = slope * 3 - StrictMath.floor(slope * 3);
            return horizon - height * (slope + .1 * (storey - .5)) - 6 * unit;
        });
    }

    private void mountains(float horizon) {
        double shift = random.nextDouble();
        for (int range = 0; range < 2; range++) {
            float width = (range == 0 ? 128 : 92) * unit;
            float height = (range == 0 ? 120 : 62) * unit;
            float start = (float) (shift + range * .37) * width;
            int salt = range;
            pen(colours.far(range == 0 ? .03 : .05, .7).lighter(range == 0 ? 0 : colours.dark() ? .07f : -.07f))
                    .below(x -> {
                        float position = (x + start) / width;
                        int index = (int) position;
                        float peak = height * (.7f + .3f * noise.hash(index, salt));
                        return horizon - peak * (1 - Math.abs(2 * (position - index) - 1));
                    });
        }
    }

    private void city(float horizon) {
        Colour wall = colours.far(.03, .7);
        Pen window = pen(wall.lighter(colours.dark() ? .2f : .14f));
        float x = -(float) random.nextDouble() * 30 * unit;
        while (x < layer.side()) {
            float from = x;
            float width = (30 + 16 * (float) random.nextDouble()) * unit;
            float height = (60 + 80 * (float) random.nextDouble()) * unit;
            pen(wall)
                    .below(column ->
                            column >= from && column < from + width - 3 * unit ? horizon - height : layer.side());
            for (float y = horizon - height + 12 * unit; y < horizon - 8 * unit; y += 17 * unit) {
                for (float at = from + 8 * unit; at < from + width - 9 * unit; at += 13 * unit) {
                    window.stroke(at, y, at, y + 5 * unit, 5 * unit);
                }
            }
            x += width;
        }
    }

    private Pen pen(Colour colour) {
        return new Pen(layer, colour);
    }
}
