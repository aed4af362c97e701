package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments of irregular tiles: mosaic and stained glass. A tile is all pixels nearest to one point of a jittered grid. */
final class Tiles {
    private final int side;
    private final int[] tile; // of every pixel
    private final float[] seam; // pixels from every pixel to the border of its tile
    private final int count;

    private Tiles(int side, float size, long seed, float jitter) {
        this.side = side;
        this.tile = new int[side * side];
        this.seam = new float[side * side];
        int across = (int) (side / size) + 3;
        this.count = across * across;
        LatticeNoise noise = new LatticeNoise(seed, 1);
        float[] pointX = new float[count];
        float[] pointY = new float[count];
        for (int i = 0; i < count; i++) {
            int column = i % across;
            int row = i / across;
            pointX[i] = (column - .5f + jitter * (noise.hash(column, row) - .5f)) * size;
            pointY[i] = (row - .5f + jitter * (noise.hash(column + 1000, row) - .5f)) * size;
        }
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                measure(x, y, (int) (x / size) + 1, (int) (y / size) + 1, across, pointX, pointY);
            }
        }
    }

    private void measure(int x, int y, int column, int row, int across, float[] pointX, float[] pointY) {
        float least = Float.MAX_VALUE;
        float next = Float.MAX_VALUE;
        int nearest = 0;
        int second = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(across - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(across - 1, column + 1); c++) {
                int point = r * across + c;
                float dx = x + .5f - pointX[point];
                float dy = y + .5f - pointY[point];
                float distance = dx * dx + dy * dy;
                if (distance < least) {
                    next = least;
                    second = nearest;
                    least = distance;
                    nearest = point;
                } else if (distance < next) {
                    next = distance;
                    second = point;
                }
            }
        }
        float dx = pointX[second] - pointX[nearest];
        float dy = pointY[second] - pointY[nearest];
        int i = y * side + x;
        tile[i] = nearest;
        seam[i] = (next - least) / (2 * (float) Math.sqrt(dx * dx + dy * dy + 1e-6f));
    }

    static Layer mosaic(Scene scene) {
        int side = scene.side();
        float unit = scene.unit();
        boolean square = scene.styleRandom().nextBoolean();
        Tiles tiles = new Tiles(side, (square ? 12 : 13.5f) * unit, scene.pictureSeed(), square ? .28f : .9f);
        Layer whole = scene.whole();
        boolean[] inside = inside(scene);
        Layer colours = tiles.means(whole, inside);
        float[] border = Contours.outline(mask(inside), side, 2.6f);
        Colour paper = scene.palette().paper();
        boolean lightGrout = !scene.palette().dark() && scene.styleRandom().nextInt(2) == 0;
        Colour grout = lightGrout
                ? paper.lighter(.1f).mix(Colour.WHITE, .6f)
                : paper.lighter(scene.palette().dark() ? -.11f : -.45f);
        // Dark things would be lost on dark paper without a light seam around them.
        Colour rim = scene.palette().dark() ? paper.lighter(.42f) : grout;
        LatticeNoise glaze = new LatticeNoise(scene.pictureSeed() + 1, 1);
        Layer picture = Layer.transparent(side);
        for (int i = 0; i < side * side; i++) {
            int index = tiles.index(i, inside);
            float bright = (lightGrout && index < tiles.count ? .82f : .93f) + .14f * glaze.hash(index, 0);
            float edge = Curves.step(3.2f * unit, 1.2f * unit, tiles.seam[i]);
            float bevel = 1 + .06f * (1 - edge);
            picture.set(
                    i,
                    colours.red()[index] * bright * bevel,
                    colours.green()[index] * bright * bevel,
                    colours.blue()[index] * bright * bevel);
            float gap = Curves.step(1.5f * unit, .65f * unit, tiles.seam[i]);
            picture.blend(i, grout.red(), grout.green(), grout.blue(), gap);
            picture.blend(i, rim.red(), rim.green(), rim.blue(), inside[i] ? 0 : border[i]);
        }
        return picture;
    }

    static Layer stainedGlass(Scene scene) {
        int side = scene.side();
        float unit = scene.unit();
        Tiles tiles = new Tiles(side, 40 * unit, scene.pictureSeed(), .85f);
        Layer whole = scene.whole();
        float[] lines = Contours.lines(scene.things(), scene.oneColour(), 4.4f);
        float[] rim = Contours.outline(Contours.solid(scene.things().alpha(), side), side, 5);
        float[] far = Lines.sceneryLines(scene, 4);
        LatticeNoise glass = new LatticeNoise(scene.pictureSeed() + 1, 1);
        float[] light = new LatticeNoise(scene.pictureSeed() + 2, 46 * unit).plane(side);
        Layer picture = Layer.transparent(side);
        for (int i = 0; i < side * side; i++) {
            float bright = .82f + .3f * glass.hash(tiles.tile[i], 1) + .24f * (light[i] - .4f);
            float grey = (whole.red()[i] + whole.green()[i] + whole.blue()[i]) / 3;
            picture.set(
                    i,
                    Curves.clamp((grey + (whole.red()[i] - grey) * 1.35f) * bright),
                    Curves.clamp((grey + (whole.green()[i] - grey) * 1.35f) * bright),
                    Curves.clamp((grey + (whole.blue()[i] - grey) * 1.35f) * bright));
            float lead = Curves.step(2.4f * unit, 1.3f * unit, tiles.seam[i]);
            lead = Math.max(Math.max(lead, lines[i]), Math.max(rim[i], far[i]));
            picture.blend(i, .07f, .07f, .09f, lead);
        }
        return picture;
    }

    private static boolean[] inside(Scene scene) {
        float[] alpha = scene.things().alpha();
        boolean[] inside = new boolean[alpha.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = alpha[i] >= .5f;
        }
        return inside;
    }

    private static float[] mask(boolean[] inside) {
        float[] mask = new float[inside.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = inside[i] ? 1 : 0;
        }
        return mask;
    }

    // A tile that a thing covers in part counts as two.
    private int index(int pixel, boolean[] inside) {
        return tile[pixel] + (inside[pixel] ? count : 0);
    }

    // The mean colour of every tile, as a layer of which only the first pixels are used.
    private Layer means(Layer whole, boolean[] inside) {
        int half = (int) Math.ceil(Math.sqrt(2.0 * count));
        Layer means = Layer.transparent(half);
        for (int i = 0; i < tile.length; i++) {
            int index = index(i, inside);
            means.red()[index] += whole.red()[i];
            means.green()[index] += whole.green()[i];
            means.blue()[index] += whole.blue()[i];
            means.alpha()[index]++;
        }
        for (int i = 0; i < means.alpha().length; i++) {
            float weight = 1 / Math.max(1, means.alpha()[i]);
            means.red()[i] *= weight;
            means.green()[i] *= weight;
            means.blue()[i] *= weight;
        }
        return means;
    }
}
