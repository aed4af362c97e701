package org.stylecodes.train.illustration.treatment;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Blur;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments that draw things by their lines: pen, blueprint, chalk and neon. */
final class Lines {
    private Lines() {}

    static Layer pen(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        float width = 2.4f + 1.6f * (float) random.nextDouble();
        // Unfilled lines would look like a drawing in one colour that is not treated at all.
        int filling = scene.oneColour() ? 1 : random.nextInt(3);
        Layer picture = scene.backdrop().copy();
        Colour ink = scene.palette().ink();
        if (filling > 0) {
            Colour fill = scene.palette().dark()
                    ? scene.palette().paper().lighter(.1f)
                    : filling == 1 ? Colour.WHITE : scene.palette().paper().mix(Colour.WHITE, .6f);
            cover(picture, Contours.solid(scene.things().alpha(), scene.side()), fill, 1);
        }
        cover(picture, sceneryLines(scene, width * .8f), ink, .6f);
        cover(picture, Contours.lines(scene.things(), scene.oneColour(), width), ink, 1);
        return picture;
    }

    static Layer blueprint(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        float unit = scene.unit();
        int side = scene.side();
        Layer picture = scene.backdrop().copy();
        Colour paper = scene.palette().paper();
        Colour grid = paper.lighter(.09f);
        Colour strong = paper.lighter(.17f);
        float period = (16 + 8 * random.nextInt(2)) * unit;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                float nearest = Math.min(toLine(x, period), toLine(y, period));
                float nearestStrong = Math.min(toLine(x, 4 * period), toLine(y, 4 * period));
                int i = y * side + x;
                if (nearestStrong < Math.max(.9f, 1.1f * unit)) {
                    picture.set(i, strong.red(), strong.green(), strong.blue());
                } else if (nearest < Math.max(.55f, .8f * unit)) {
                    picture.set(i, grid.red(), grid.green(), grid.blue());
                }
            }
        }
        cover(picture, Contours.solid(scene.things().alpha(), side), paper.lighter(.05f), .8f);
        cover(picture, sceneryLines(scene, 2.2f), scene.palette().ink(), .7f);
        cover(
                picture,
                Contours.lines(scene.things(), scene.oneColour(), 2.8f),
                scene.palette().ink(),
                1);
        return picture;
    }

    private static float toLine(int position, float period) {
        float part = (position + .5f) / period;
        part -= (int) part;
        return Math.min(part, 1 - part) * period;
    }

    static Layer chalk(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        float unit = scene.unit();
        int side = scene.side();
        boolean filled = random.nextInt(4) > 0;
        float period = (8 + 2 * random.nextInt(2)) * unit;
        float lean = random.nextBoolean() ? 1 : -1;
        float[] grain = new LatticeNoise(scene.pictureSeed(), 3.2f * unit).plane(side);
        float[] coarse = new LatticeNoise(scene.pictureSeed() + 5, 13 * unit).plane(side);
        Layer picture = scene.backdrop().copy();
        smear(picture, scene);
        Layer figure = scene.figure();
        float[] lines = Contours.lines(scene.things(), scene.oneColour(), 4.2f);
        float[] scenery = sceneryLines(scene, 3.2f);
        float[] area = Contours.solid(scene.things().alpha(), side);
        Colour ink = scene.palette().ink();
        float[] rgb = new float[3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                float rough = .65f * grain[i] + .35f * coarse[i];
                float alpha = figure.alpha()[i];
                rgb[0] = ink.red();
                rgb[1] = ink.green();
                rgb[2] = ink.blue();
                if (alpha > .2f && !scene.oneColour()) {
                    lighten(figure, i, alpha, rgb);
                }
                float phase = (x + lean * y + 4 * side) / (1.414f * period);
                float stroke = Math.abs(2 * (phase - (int) phase) - 1);
                float hatch = Curves.step(.62f, .36f, stroke + .7f * (rough - .5f));
                float dust = filled ? .8f * area[i] * Math.max(hatch, .18f) : 0;
                if (scene.things().alpha()[i] < .5f && figure.alpha()[i] > .5f) {
                    dust = .35f * hatch;
                }
                float line = Math.max(lines[i], .7f * scenery[i]) * Curves.step(.2f, .42f, rough + .1f);
                picture.blend(i, rgb[0], rgb[1], rgb[2], Math.max(line, dust * alphaOf(scene, i, alpha)));
            }
        }
        return picture;
    }

    private static float alphaOf(Scene scene, int pixel, float alpha) {
        return scene.oneColour() ? Math.max(.45f, alpha) : alpha;
    }

    // Chalk of the drawing's hue, always light enough for the board.
    private static void lighten(Layer figure, int i, float alpha, float[] rgb) {
        float red = figure.red()[i] / alpha;
        float green = figure.green()[i] / alpha;
        float blue = figure.blue()[i] / alpha;
        float most = Math.max(.25f, Math.max(red, Math.max(green, blue)));
        rgb[0] = Curves.mix(.93f, red / most, .6f);
        rgb[1] = Curves.mix(.93f, green / most, .6f);
        rgb[2] = Curves.mix(.93f, blue / most, .6f);
    }

    // A board is wiped before it is drawn on.
    private static void smear(Layer picture, Scene scene) {
        float[] cloud = new LatticeNoise(scene.styleSeed(), 70 * scene.unit()).cloud(scene.side());
        Colour dust = scene.palette().paper().lighter(.09f);
        for (int i = 0; i < cloud.length; i++) {
            picture.blend(i, dust.red(), dust.green(), dust.blue(), Curves.step(.35f, .8f, cloud[i]) * .8f);
        }
    }

    static Layer neon(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        float unit = scene.unit();
        int side = scene.side();
        double hue = random.nextDouble();
        Colour first = Colour.of(.72, .27, hue);
        Colour second = Colour.of(.78, .24, hue + .25 + .3 * random.nextDouble());
        Layer picture = scene.backdrop().copy();
        float[] tubes = Contours.lines(scene.things(), scene.oneColour(), 3.4f);
        float[] far = sceneryLines(scene, 2.6f);
        glow(picture, far, second, unit, .75f);
        glow(picture, tubes, first, unit, 1);
        for (int i = 0; i < side * side; i++) {
            Colour glass = tubes[i] >= far[i] ? first : second;
            float tube = Math.max(tubes[i], far[i] * .8f);
            picture.blend(
                    i,
                    Curves.mix(glass.red(), 1, .72f),
                    Curves.mix(glass.green(), 1, .72f),
                    Curves.mix(glass.blue(), 1, .72f),
                    tube);
        }
        return picture;
    }

    private static void glow(Layer picture, float[] tubes, Colour colour, float unit, float power) {
        float[] near = Blur.of(tubes, picture.side(), 3.2f * unit);
        float[] wide = Blur.of(tubes, picture.side(), 11 * unit);
        for (int i = 0; i < tubes.length; i++) {
            float light = power * (1.3f * near[i] + 1.1f * wide[i]);
            float share = Curves.clamp(light);
            picture.red()[i] = Curves.clamp(picture.red()[i] * (1 - share * .5f) + colour.red() * share);
            picture.green()[i] = Curves.clamp(picture.green()[i] * (1 - share * .5f) + colour.green() * share);
            picture.blue()[i] = Curves.clamp(picture.blue()[i] * (1 - share * .5f) + colour.blue() * share);
        }
    }

    /** Lines of the scenery where no thing stands before it. */
    static float[] sceneryLines(Scene scene, float width) {
        if (scene.scenery().isEmpty()) {
            return new float[scene.side() * scene.side()];
        }
        float[] lines = Contours.sketch(scene.scenery(), width);
        for (int i = 0; i < lines.length; i++) {
            lines[i] *= 1 - scene.things().alpha()[i];
        }
        return lines;
    }

    static void cover(Layer picture, float[] mask, Colour colour, float opacity) {
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] > 0) {
                picture.blend(i, colour.red(), colour.green(), colour.blue(), mask[i] * opacity);
            }
        }
    }
}
