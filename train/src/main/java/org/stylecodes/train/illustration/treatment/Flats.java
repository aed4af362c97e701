package org.stylecodes.train.illustration.treatment;

import java.util.SplittableRandom;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Blur;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Distance;
import org.stylecodes.train.illustration.raster.Layer;

/** Treatments of flat areas: as drawn, bold outlines, stickers, silhouettes, two inks, long shadows. */
final class Flats {
    private Flats() {}

    static Layer plain(Scene scene) {
        Layer picture = scene.behind();
        picture.lay(setOff(scene));
        return picture;
    }

    static Layer outlined(Scene scene) {
        float unit = scene.unit();
        float width = (3.4f + 1.6f * (float) scene.styleRandom().nextDouble()) * unit;
        Layer picture = scene.behind();
        Colour ink = scene.palette().ink();
        Lines.cover(picture, Lines.sceneryLines(scene, 2.6f), ink, .8f);
        float[] area = scene.things().alpha();
        if (scene.oneColour()) {
            area = Contours.solid(area, scene.side());
            Lines.cover(
                    picture, area, scene.palette().tones().get(scene.palette().dark() ? 0 : 2), 1);
        }
        float[] distance = Distance.outside(area, scene.side());
        for (int i = 0; i < distance.length; i++) {
            distance[i] = Math.max(0, Curves.step(width + .7f, width - .7f, distance[i]) - area[i]);
        }
        Lines.cover(picture, distance, ink, 1);
        picture.lay(scene.things());
        if (!scene.oneColour()) {
            Lines.cover(picture, Contours.lines(scene.things(), false, 2.8f), ink, .9f);
        }
        return picture;
    }

    static Layer sticker(Scene scene) {
        float unit = scene.unit();
        int side = scene.side();
        float width = (6 + 3 * (float) scene.styleRandom().nextDouble()) * unit;
        Layer picture = scene.behind();
        float[] solid = Contours.solid(scene.things().alpha(), side);
        float[] border = Distance.outside(solid, side);
        for (int i = 0; i < border.length; i++) {
            border[i] = Curves.step(width + .8f, width - .8f, border[i]);
        }
        castShadow(picture, border, 3.5f * unit, 2.6f * unit, 4.2f * unit, .5f);
        Lines.cover(picture, border, Colour.WHITE, 1);
        if (scene.palette().dark() && scene.oneColour()) {
            // Light ink would be lost on the white of the sticker.
            Lines.cover(picture, scene.things().alpha(), scene.palette().paper(), 1);
        } else {
            picture.lay(scene.things());
        }
        return picture;
    }

    /** Darkens a picture by the blurred shadow of a mask. */
    static void castShadow(Layer picture, float[] mask, float deviation, float right, float down, float opacity) {
        int side = picture.side();
        float[] shadow = Blur.of(mask, side, deviation);
        int dx = Math.round(right);
        int dy = Math.round(down);
        for (int y = dy; y < side; y++) {
            for (int x = dx; x < side; x++) {
                float share = shadow[(y - dy) * side + x - dx] * opacity;
                picture.blend(y * side + x, .04f, .03f, .08f, share);
            }
        }
    }

    static Layer silhouette(Scene scene) {
        int side = scene.side();
        float unit = scene.unit();
        SplittableRandom random = scene.styleRandom();
        Layer picture = scene.behind();
        Colour top = scene.palette().ink();
        Colour bottom = random.nextBoolean()
                ? top
                : scene.palette().dark()
                        ? scene.palette().tones().get(1)
                        : scene.palette().tones().get(0);
        float[] solid = Contours.solid(scene.things().alpha(), side);
        float[] cuts = Contours.lines(scene.things(), false, 3);
        float[] deep = Distance.inside(solid, side);
        for (int i = 0; i < solid.length; i++) {
            float cut = cuts[i] * Curves.step(2.5f * unit, 4.5f * unit, deep[i]);
            Colour colour = top.mix(bottom, (i / side + .5f) / side);
            picture.blend(i, colour.red(), colour.green(), colour.blue(), solid[i] * (1 - cut));
        }
        return picture;
    }

    static Layer duotone(Scene scene) {
        int side = scene.side();
        float unit = scene.unit();
        Layer picture = scene.backdrop().copy();
        Colour strong = scene.palette().dark()
                ? scene.palette().tones().get(3)
                : scene.palette().tones().get(0);
        Colour middle = scene.palette().accents().get(scene.palette().dark() ? 0 : 3);
        Colour paper = scene.palette().paper();
        Lines.cover(picture, scene.scenery().alpha(), middle, .8f);
        float[] alpha = Contours.solid(scene.things().alpha(), side);
        float[] ink = Blur.of(Tones.ink(scene), side, .9f * unit);
        float[] deep = Distance.inside(alpha, side);
        for (int i = 0; i < alpha.length; i++) {
            float toMiddle = Curves.step(.6f, .54f, ink[i]);
            float inner = scene.oneColour() ? 0 : Curves.step(2.2f * unit, 3.4f * unit, deep[i]);
            Colour colour = strong.mix(middle, toMiddle).mix(paper, inner * Curves.step(.14f, .08f, ink[i]));
            picture.blend(i, colour.red(), colour.green(), colour.blue(), alpha[i]);
        }
        return picture;
    }

    // Drawings in one colour have the ink of the palette, which stands out.
    private static Layer setOff(Scene scene) {
        return scene.oneColour()
                ? scene.things()
                : Rim.around(scene.things(), scene.behind(), scene.palette().ink());
    }

    static Layer longShadow(Scene scene) {
        int side = scene.side();
        Layer picture = scene.behind();
        float[] shadow = scene.things().alpha().clone();
        for (int y = 1; y < side; y++) {
            for (int x = 1; x < side; x++) {
                int i = y * side + x;
                shadow[i] = Math.max(shadow[i], shadow[i - side - 1]);
            }
        }
        float shade = scene.palette().dark() ? .72f : .7f;
        for (int i = 0; i < shadow.length; i++) {
            float rest = 1 - shadow[i] * (1 - shade);
            picture.red()[i] *= rest;
            picture.green()[i] *= rest;
            picture.blue()[i] *= rest;
        }
        picture.lay(setOff(scene));
        return picture;
    }
}
