package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments on a square grid: pixel art and cross-stitch. */
final class Cells {
    private static final int ACROSS = 32; // cells a side; 8 pixels of 256 each
    private static final float THING = .45f; // the part of a cell that a thing must cover
    private static final float MARK = .28f; // stars and drops are smaller than a cell

    private Cells() {}

    static Layer pixels(Scene scene) {
        Layer whole = grid(scene.backdrop(), THING);
        whole.lay(grid(scene.scenery(), MARK));
        whole.lay(things(scene, scene.styleRandom().nextBoolean()));
        Layer picture = Layer.transparent(scene.side());
        for (int i = 0; i < picture.alpha().length; i++) {
            int cell = i / scene.side() * ACROSS / scene.side() * ACROSS + i % scene.side() * ACROSS / scene.side();
            picture.set(i, whole.red()[cell], whole.green()[cell], whole.blue()[cell]);
        }
        return picture;
    }

    // The cells of things, with a rim of ink if it is wanted or if they would be lost.
    private static Layer things(Scene scene, boolean outlined) {
        Layer things = grid(scene.things(), THING);
        if (!outlined && !Rim.isLost(scene.things(), scene.behind())) {
            return things;
        }
        Colour ink = scene.palette().ink();
        Layer rimmed = things.copy();
        for (int i = 0; i < ACROSS * ACROSS; i++) {
            if (things.alpha()[i] == 0 && beside(things.alpha(), i)) {
                rimmed.set(i, ink.red(), ink.green(), ink.blue());
            }
        }
        return rimmed;
    }

    private static boolean beside(float[] alpha, int i) {
        return i % ACROSS > 0 && alpha[i - 1] > 0
                || i % ACROSS < ACROSS - 1 && alpha[i + 1] > 0
                || i >= ACROSS && alpha[i - ACROSS] > 0
                || i < alpha.length - ACROSS && alpha[i + ACROSS] > 0;
    }

    static Layer stitches(Scene scene) {
        int side = scene.side();
        float cell = (float) side / ACROSS;
        Layer stitched = grid(scene.scenery(), MARK);
        stitched.lay(things(scene, false));
        Layer picture = Layer.transparent(side);
        Colour cloth = scene.palette().paper();
        Colour hole = cloth.lighter(scene.palette().dark() ? -.12f : -.22f);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                int c = (int) (y / cell) * ACROSS + (int) (x / cell);
                float p = 2 * ((x + .5f) / cell - (int) (x / cell)) - 1;
                float q = 2 * ((y + .5f) / cell - (int) (y / cell)) - 1;
                // Holes of the cloth lie at the corners of the cells.
                float corner = (float)
                        Math.sqrt((1 - Math.abs(p)) * (1 - Math.abs(p)) + (1 - Math.abs(q)) * (1 - Math.abs(q)));
                float dark = Curves.step(.52f, .2f, corner);
                picture.set(
                        i,
                        Curves.mix(cloth.red(), hole.red(), dark),
                        Curves.mix(cloth.green(), hole.green(), dark),
                        Curves.mix(cloth.blue(), hole.blue(), dark));
                if (stitched.alpha()[c] > 0) {
                    thread(picture, i, stitched, c, (p + q) * .7071f, .74f);
                    thread(picture, i, stitched, c, (p - q) * .7071f, 1.08f);
                }
            }
        }
        return picture;
    }

    // One thread: light along its middle, dark at its rims.
    private static void thread(Layer picture, int i, Layer cells, int cell, float across, float light) {
        float offset = Math.abs(across);
        float cover = Curves.step(.5f, .36f, offset);
        float shade = light * (1.06f - .8f * offset * offset);
        picture.blend(i, cells.red()[cell] * shade, cells.green()[cell] * shade, cells.blue()[cell] * shade, cover);
    }

    /**
     * The layer in few cells. A cell takes the colour of the pixel that is nearest to its mean, so that colours stay clean.
     *
     * @param least the part of a cell that must be covered; other cells stay empty
     */
    private static Layer grid(Layer layer, float least) {
        Layer cells = Layer.transparent(ACROSS);
        int side = layer.side();
        for (int row = 0; row < ACROSS; row++) {
            for (int column = 0; column < ACROSS; column++) {
                int left = column * side / ACROSS;
                int right = (column + 1) * side / ACROSS;
                int top = row * side / ACROSS;
                int bottom = (row + 1) * side / ACROSS;
                float[] mean = new float[4];
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        int i = y * side + x;
                        mean[0] += layer.red()[i];
                        mean[1] += layer.green()[i];
                        mean[2] += layer.blue()[i];
                        mean[3] += layer.alpha()[i];
                    }
                }
                int pixels = (right - left) * (bottom - top);
                if (mean[3] >= least * pixels) {
                    int best = nearest(layer, left, right, top, bottom, mean);
                    float alpha = layer.alpha()[best];
                    cells.set(
                            row * ACROSS + column,
                            layer.red()[best] / alpha,
                            layer.green()[best] / alpha,
                            layer.blue()[best] / alpha);
                }
            }
        }
        return cells;
    }

    private static int nearest(Layer layer, int left, int right, int top, int bottom, float[] mean) {
        int best = top * layer.side() + left;
        float least = Float.MAX_VALUE;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int i = y * layer.side() + x;
                if (layer.alpha()[i] > .3f) {
                    float red = layer.red()[i] / layer.alpha()[i] - mean[0] / mean[3];
                    float green = layer.green()[i] / layer.alpha()[i] - mean[1] / mean[3];
                    float blue = layer.blue()[i] / layer.alpha()[i] - mean[2] / mean[3];
                    float distance = red * red + green * green + blue * blue;
                    if (distance < least) {
                        least = distance;
                        best = i;
                    }
                }
            }
        }
        return best;
    }
}
