package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** The filters behind {@link TextureKind}; all lengths are in units of the 128x128 grid. */
final class TextureFilters {
    private TextureFilters() {}

    /** Parallel lines, denser where the drawing is darker (lighter, for light ink). */
    static void hatch(Raster raster, Texture texture, SplittableRandom random) {
        double edge = 1 / raster.unit();
        raster.shade((x, y, rgb) -> {
            double tone = raster.tone(rgb);
            double line = line(along(texture.direction(), x, y), texture.period(), .2 + .15 * tone, edge);
            return Rgb.mix(rgb, raster.textureInk(), line * texture.strength() * (.35 + .35 * tone));
        });
    }

    /** Two crossing sets of lines: the first in middle tones, both in dark ones. */
    static void crossHatch(Raster raster, Texture texture, SplittableRandom random) {
        double edge = 1 / raster.unit();
        raster.shade((x, y, rgb) -> {
            double tone = raster.tone(rgb);
            double first = tone > .15 ? line(x + y, texture.period(), .2, edge) : 0;
            double second = tone > .4 ? line(x - y, texture.period(), .2, edge) : 0;
            return Rgb.mix(rgb, raster.textureInk(), Math.max(first, second) * texture.strength() * .7);
        });
    }

    /** A raster of dots, as in print: larger where the drawing is darker. */
    static void dots(Raster raster, Texture texture, SplittableRandom random) {
        double edge = 1 / raster.unit();
        double period = texture.period();
        raster.shade((x, y, rgb) -> {
            double dx = x - period * Math.floor(x / period) - period / 2;
            double dy = y - period * Math.floor(y / period) - period / 2;
            double tone = raster.tone(rgb);
            double radius = period * (.2 + .2 * tone);
            double cover = (radius - Math.sqrt(dx * dx + dy * dy)) * edge + .5;
            return Rgb.mix(rgb, raster.textureInk(), clamp(cover) * texture.strength() * .6);
        });
    }

    /** Pigment that gathered and ran: clouds of lighter and darker colour. */
    static void watercolour(Raster raster, Texture texture, SplittableRandom random) {
        ValueNoise large = new ValueNoise(40 / texture.period(), random);
        ValueNoise small = new ValueNoise(112 / texture.period(), random);
        raster.shade((x, y, rgb) -> {
            double pigment = (.65 * large.at(x, y) + .35 * small.at(x, y)) * texture.strength();
            return pigment > 0 ? Rgb.mix(rgb, Rgb.WHITE, pigment * .8) : Rgb.mix(rgb, Rgb.BLACK, -pigment * .7);
        });
    }

    /** Light on one side, shade on the other, or a vignette. */
    static void gradient(Raster raster, Texture texture, SplittableRandom random) {
        raster.shade((x, y, rgb) -> {
            double position =
                    switch (texture.direction()) {
                        case 0 -> y / Raster.GRID;
                        case 1 -> (x + y) / (2 * Raster.GRID);
                        default -> Math.sqrt((x - 64) * (x - 64) + (y - 64) * (y - 64)) / 88;
                    };
            double shade = (2 * position - 1) * texture.strength();
            return shade < 0 ? Rgb.mix(rgb, Rgb.WHITE, -shade * .5) : Rgb.mix(rgb, Rgb.BLACK, shade * .65);
        });
    }

    /** Square tiles of one colour each; in two of three directions with joints. */
    static void mosaic(Raster raster, Texture texture, SplittableRandom random) {
        int size = raster.size();
        int tile = Math.max(1, (int) Math.round((2 + texture.period() / 4) / raster.unit()));
        boolean joints = texture.direction() > 0 && tile > 2;
        for (int top = 0; top < size; top += tile) {
            for (int left = 0; left < size; left += tile) {
                layTile(raster, top, left, tile, joints ? texture.strength() * .6 : 0);
            }
        }
    }

    /** Edges that waver, as if drawn by a shaking hand or seen through water. */
    static void wobble(Raster raster, Texture texture, SplittableRandom random) {
        ValueNoise across = new ValueNoise(72 / texture.period(), random);
        ValueNoise down = new ValueNoise(72 / texture.period(), random);
        double reach = 2.5 + 2 * texture.strength();
        int[] before = raster.pixels().clone();
        raster.shade((x, y, rgb) -> raster.at(before, x + reach * across.at(x, y), y + reach * down.at(x, y)));
    }

    private static void layTile(Raster raster, int top, int left, int tile, double joint) {
        int size = raster.size();
        int bottom = Math.min(size, top + tile);
        int right = Math.min(size, left + tile);
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                int rgb = raster.pixels()[row * size + column];
                red += Rgb.red(rgb);
                green += Rgb.green(rgb);
                blue += Rgb.blue(rgb);
            }
        }
        double count = (bottom - top) * (right - left);
        int mean = Rgb.of(red / count, green / count, blue / count);
        int edge = Rgb.mix(mean, raster.textureInk(), joint);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                raster.pixels()[row * size + column] = row == top || column == left ? edge : mean;
            }
        }
    }

    private static double along(int direction, double x, double y) {
        return switch (direction) {
            case 0 -> x + y;
            case 1 -> x - y;
            default -> y;
        };
    }

    /** How much of a pixel a line covers: lines at multiples of the period, as wide as a share of it, soft by one pixel. */
    private static double line(double position, double period, double halfWidth, double edge) {
        double phase = position / period;
        double away = Math.abs(phase - Math.floor(phase) - .5) * period;
        return clamp((halfWidth * period - away) * edge + .5);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
