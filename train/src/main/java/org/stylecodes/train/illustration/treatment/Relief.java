package org.stylecodes.train.illustration.treatment;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Blur;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Distance;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments that raise things from the backdrop and light them from the upper left: clay, metal and wood. */
final class Relief {
    private static final Colour[] METALS = {
        new Colour(.78f, .8f, .84f),
        new Colour(.95f, .74f, .3f),
        new Colour(.9f, .55f, .38f),
        new Colour(.62f, .67f, .76f),
    };

    private final int side;
    private final float unit;
    private final float[] cover;
    private final float[] slopeX;
    private final float[] slopeY;

    private Relief(Scene scene, float roundness, float groove, float lumps) {
        this.side = scene.side();
        this.unit = scene.unit();
        this.cover = Contours.solid(scene.things().alpha(), side);
        float[] height = height(scene, roundness, groove, lumps);
        this.slopeX = new float[side * side];
        this.slopeY = new float[side * side];
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                slopeX[i] = (height[i + 1] - height[i - 1]) / 2;
                slopeY[i] = (height[i + side] - height[i - side]) / 2;
            }
        }
    }

    // A rounded rim, grooves where colours meet, and light parts a little higher than dark ones; in pixels.
    private float[] height(Scene scene, float roundness, float groove, float lumps) {
        float radius = roundness * unit;
        float[] deep = Distance.inside(cover, side);
        float[] lines = scene.oneColour() ? scene.things().alpha() : Contours.lines(scene.things(), false, 3.4f);
        float[] lightness = Tones.lightness(scene);
        float[] rough = new LatticeNoise(scene.pictureSeed(), 26 * unit).cloud(side);
        float[] height = new float[side * side];
        for (int i = 0; i < height.length; i++) {
            float rim = 1 - Math.min(1, deep[i] / radius);
            float inner = Curves.step(2 * unit, 6 * unit, deep[i]);
            float relief = scene.oneColour() ? groove * lines[i] : -groove * lines[i] + 3 * (lightness[i] - .5f);
            height[i] = deep[i] > 0
                    ? radius * (float) Math.sqrt(1 - rim * rim) * .8f + inner * relief * unit + lumps * rough[i] * unit
                    : 0;
        }
        return Blur.of(height, side, 1.5f * unit);
    }

    static Layer clay(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        Relief relief = new Relief(scene, 13, 4.5f, 5);
        boolean oneClay = scene.oneColour() || random.nextInt(3) == 0;
        Colour clay = random.nextInt(3) == 0
                ? Colour.of(.6, .09, .12 + .03 * random.nextDouble())
                : scene.palette().dark()
                        ? scene.palette().tones().get(1)
                        : scene.palette().tones().get(3);
        Layer picture = scene.behind();
        relief.castShadow(picture);
        for (int i = 0; i < relief.cover.length; i++) {
            if (relief.cover[i] > 0) {
                float alpha = scene.things().alpha()[i];
                float rest = oneClay ? 1 : 1 - alpha;
                float red = clay.red() * rest + (oneClay ? 0 : scene.things().red()[i]);
                float green =
                        clay.green() * rest + (oneClay ? 0 : scene.things().green()[i]);
                float blue = clay.blue() * rest + (oneClay ? 0 : scene.things().blue()[i]);
                float[] light = relief.light(i);
                float shade = .42f + .68f * light[0];
                float gloss = .16f * light[1];
                float lift = .05f;
                picture.blend(
                        i,
                        (red * .93f + lift) * shade + gloss,
                        (green * .93f + lift) * shade + gloss,
                        (blue * .93f + lift) * shade + gloss,
                        relief.cover[i]);
            }
        }
        return picture;
    }

    static Layer metal(Scene scene) {
        Relief relief = new Relief(scene, 11, 6, 0);
        Colour metal = METALS[scene.styleRandom().nextInt(METALS.length)];
        float[] tone = Tones.lightness(scene);
        Layer picture = scene.behind();
        relief.castShadow(picture);
        for (int i = 0; i < relief.cover.length; i++) {
            if (relief.cover[i] > 0) {
                float[] light = relief.light(i);
                // Broad bands run over flat parts, which would look dull otherwise.
                float band = (i / relief.side + .6f * (i % relief.side)) / (130 * relief.unit) + .6f * tone[i];
                float sheen = Math.abs(2 * (band - (int) band) - 1);
                float mirror = reflection(light[2] + .3f * (sheen - .4f));
                float shade = .18f + .82f * mirror;
                float body = scene.oneColour() ? 1 : .72f + .28f * tone[i];
                float gloss = .75f * light[1] * light[1];
                picture.blend(
                        i,
                        metal.red() * shade * body + gloss,
                        metal.green() * shade * body + gloss,
                        metal.blue() * shade * body + gloss,
                        relief.cover[i]);
            }
        }
        return picture;
    }

    // What a polished surface shows of a studio: a dark floor, a bright horizon, a grey wall, a lamp.
    private static float reflection(float up) {
        float floor = .22f * Curves.step(-1, -.2f, up);
        float horizon = .5f * Curves.step(-.22f, .02f, up);
        float wall = -.18f * Curves.step(.06f, .22f, up);
        float lamp = .5f * Curves.step(.2f, .62f, up);
        return floor + horizon + wall + lamp;
    }

    static Layer wood(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        Relief relief = new Relief(scene, 9, 6, 0);
        Colour light = Colour.of(.7 + .08 * random.nextDouble(), .085, .17 + .03 * random.nextDouble());
        Colour dark = light.lighter(-.13f);
        Colour board = Colour.of(.36 + .1 * random.nextDouble(), .06, .13 + .04 * random.nextDouble());
        if (random.nextBoolean()) {
            Colour swap = board;
            board = light.lighter(.1f);
            light = swap.lighter(.04f);
            dark = swap.lighter(-.08f);
        }
        float[] tone = Tones.lightness(scene);
        Grain boardGrain = new Grain(scene.styleSeed(), scene.unit());
        Grain grain = new Grain(scene.pictureSeed(), scene.unit());
        int side = relief.side;
        Layer picture = Layer.transparent(side);
        Colour boardDark = board.lighter(-.07f);
        for (int i = 0; i < side * side; i++) {
            float ring = boardGrain.at(i % side, i / side);
            Colour colour = board;
            picture.set(
                    i,
                    Curves.mix(colour.red(), boardDark.red(), ring),
                    Curves.mix(colour.green(), boardDark.green(), ring),
                    Curves.mix(colour.blue(), boardDark.blue(), ring));
        }
        Lines.cover(picture, scene.scenery().alpha(), boardDark.lighter(-.04f), .45f);
        Lines.cover(picture, Lines.sceneryLines(scene, 3), boardDark.lighter(-.14f), .9f);
        relief.castShadow(picture);
        for (int i = 0; i < side * side; i++) {
            if (relief.cover[i] > 0) {
                float ring = grain.at(i % side, i / side);
                float[] lit = relief.light(i);
                float shade = (.4f + .7f * lit[0]) * (scene.oneColour() ? 1 : .72f + .33f * tone[i]);
                float gloss = .12f * lit[1];
                picture.blend(
                        i,
                        Curves.mix(light.red(), dark.red(), ring) * shade + gloss,
                        Curves.mix(light.green(), dark.green(), ring) * shade + gloss,
                        Curves.mix(light.blue(), dark.blue(), ring) * shade + gloss,
                        relief.cover[i]);
            }
        }
        return picture;
    }

    /** The rings of a tree, cut lengthwise: long bands that bend a little. */
    private record Grain(LatticeNoise bend, LatticeNoise width, float unit) {
        Grain(long seed, float unit) {
            this(new LatticeNoise(seed, 1), new LatticeNoise(seed + 3, 1), unit);
        }

        float at(int x, int y) {
            float across =
                    y / (13 * unit) + 5 * bend.at(x / (130 * unit), y / (48 * unit)) + 2 * width.at(0, y / (40 * unit));
            float part = across - (int) across;
            return Curves.step(.25f, .9f, part) * Curves.step(1, .9f, part);
        }
    }

    private void castShadow(Layer picture) {
        Flats.castShadow(picture, cover, 4.5f * unit, 4 * unit, 5.5f * unit, .5f);
    }

    // Diffuse light, highlight, and how far the surface looks up (-1 to 1).
    private float[] light(int i) {
        float x = -slopeX[i];
        float y = -slopeY[i];
        float length = (float) Math.sqrt(x * x + y * y + 1);
        float normalX = x / length;
        float normalY = y / length;
        float normalZ = 1 / length;
        float diffuse = Math.max(0, -.46f * normalX - .6f * normalY + .655f * normalZ);
        float half = Math.max(0, -.25f * normalX - .33f * normalY + .91f * normalZ);
        float shine = half * half;
        shine *= shine;
        shine *= shine;
        shine *= shine;
        return new float[] {diffuse, shine * shine, -.85f * normalY - .4f * normalX};
    }
}
