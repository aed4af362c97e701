package org.stylecodes.train.illustration.treatment;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments that print tones by marks of different sizes: halftone dots and engraved lines. */
final class Screens {
    private Screens() {}

    static Layer halftone(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        int side = scene.side();
        float unit = scene.unit();
        float period = (8.5f + 2 * (float) random.nextDouble()) * unit;
        float[] turn = direction(random.nextInt(3) * 15 + 15);
        boolean coloured = !scene.oneColour() && random.nextInt(3) == 0;
        Layer picture = paper(scene);
        Colour ink = scene.palette().ink();
        float[] tone = Tones.ink(scene);
        float[] area = Contours.solid(scene.things().alpha(), side);
        float[] outline = Contours.lines(scene.things(), scene.oneColour(), 2.4f);
        float[] rim = Contours.outline(area, side, 2.6f);
        float[] far = Lines.sceneryLines(scene, 2.2f);
        float sharp = .9f * unit / period;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                float u = (turn[0] * x + turn[1] * y) / period;
                float v = (turn[0] * y - turn[1] * x) / period;
                float spot = (bell(u) + bell(v)) / 2;
                float dark =
                        area[i] > .5f ? .2f + .72f * tone[i] : scene.scenery().alpha()[i] > .5f ? .22f : 0;
                float dot = dark == 0 ? 0 : Curves.step(-sharp, sharp, dark - spot);
                float line = Math.max(rim[i], Math.max(outline[i], far[i]));
                float cover = Math.max(dot, line);
                float alpha = scene.things().alpha()[i];
                if (coloured && alpha > .5f && line < .5f) {
                    picture.blend(
                            i,
                            scene.things().red()[i] / alpha,
                            scene.things().green()[i] / alpha,
                            scene.things().blue()[i] / alpha,
                            cover);
                } else {
                    picture.blend(i, ink.red(), ink.green(), ink.blue(), cover);
                }
            }
        }
        return picture;
    }

    static Layer engraving(Scene scene) {
        SplittableRandom random = scene.styleRandom();
        int side = scene.side();
        float period = (7.2f + 1.6f * (float) random.nextDouble()) * scene.unit();
        float[] turn = direction(random.nextInt(6) * 30);
        Layer picture = paper(scene);
        Colour ink = scene.palette().ink();
        float[] tone = Tones.ink(scene);
        float[] area = Contours.solid(scene.things().alpha(), side);
        float[] lines = Contours.lines(scene.things(), scene.oneColour(), 2.2f);
        float[] rim = Contours.outline(area, side, 2.2f);
        float[] far = Lines.sceneryLines(scene, 2.2f);
        float sharp = 1.1f * scene.unit() / period;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int i = y * side + x;
                float dark = area[i] > .5f ? tone[i] : scene.scenery().alpha()[i] > .5f ? .12f : -1;
                // Lines swell with darkness and bend over what is lighter, as over a rounded body.
                float along = (turn[0] * y - turn[1] * x) / period - .6f * tone[i];
                float across = (turn[0] * x + turn[1] * y) / period;
                float cover = stripe(along, .16f + .62f * dark, sharp);
                if (dark > .6f) {
                    cover = Math.max(cover, stripe(across, dark - .45f, sharp));
                }
                cover = dark < 0 ? 0 : cover;
                float line = Math.max(rim[i], lines[i]);
                picture.blend(i, ink.red(), ink.green(), ink.blue(), Math.max(cover, Math.max(line, .8f * far[i])));
            }
        }
        return picture;
    }

    private static float stripe(float position, float width, float sharp) {
        float part = position - floor(position);
        return Curves.step(-sharp, sharp, width - Math.abs(2 * part - 1));
    }

    // The backdrop with its patterns weakened, so that it does not compete with marks of the screen.
    private static Layer paper(Scene scene) {
        Layer picture = scene.backdrop().copy();
        Colour paper = scene.palette().paper();
        for (int i = 0; i < picture.alpha().length; i++) {
            picture.blend(i, paper.red(), paper.green(), paper.blue(), .5f);
        }
        return picture;
    }

    private static float[] direction(int degrees) {
        double angle = degrees * StrictMath.PI / 180;
        return new float[] {(float) StrictMath.cos(angle), (float) StrictMath.sin(angle)};
    }

    // A smooth bump of period 1: 0 at whole numbers, 1 between them.
    private static float bell(float position) {
        float part = position - floor(position);
        float triangle = 1 - Math.abs(2 * part - 1);
        return triangle * triangle * (3 - 2 * triangle);
    }

    private static int floor(float value) {
        int whole = (int) value;
        return value < whole ? whole - 1 : whole;
    }
}
