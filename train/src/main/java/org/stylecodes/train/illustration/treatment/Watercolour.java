package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Blur;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.LatticeNoise;
import org.stylecodes.train.illustration.raster.Layer;

/** Transparent washes on paper: edges that run, pigment that gathers at their rims and in pools. */
final class Watercolour {
    private Watercolour() {}

    static Layer render(Scene scene) {
        int side = scene.side();
        float unit = scene.unit();
        Layer wet = run(scene.figure(), scene.pictureSeed(), unit);
        float[] soft = Blur.of(wet.alpha(), side, 3.4f * unit);
        float[] pools = new LatticeNoise(scene.pictureSeed() + 10, 44 * unit).cloud(side);
        float[] grain = new LatticeNoise(scene.pictureSeed() + 20, 8 * unit).cloud(side);
        float[] wash = new LatticeNoise(scene.styleSeed() + 30, 90 * unit).cloud(side);
        Layer picture = scene.backdrop().copy();
        Colour tint = scene.palette().paperAccent();
        for (int i = 0; i < side * side; i++) {
            float bleed = .75f * Curves.step(.42f, .62f, wash[i] + .15f * (pools[i] - .5f)) * (1 - wet.alpha()[i]);
            picture.blend(i, tint.red(), tint.green(), tint.blue(), bleed);
            float alpha = wet.alpha()[i];
            if (alpha > 0) {
                float rim = Curves.clamp(alpha * (1 - soft[i]) * 1.5f);
                float pigment = .5f + .75f * pools[i] + .35f * (grain[i] - .5f) + .55f * rim;
                multiply(picture, i, wet, alpha, pigment);
            }
        }
        return picture;
    }

    // Pigment lets through what its colour does, to the power of its amount (to second order).
    private static void multiply(Layer picture, int i, Layer wet, float alpha, float pigment) {
        float[] paper = {picture.red()[i], picture.green()[i], picture.blue()[i]};
        float[] through = {wet.red()[i] / alpha, wet.green()[i] / alpha, wet.blue()[i] / alpha};
        for (int c = 0; c < 3; c++) {
            float stopped = (1 - Math.min(1, through[c])) * .86f;
            float passed = Math.max(.03f, 1 - pigment * stopped + .22f * pigment * (pigment - 1) * stopped * stopped);
            paper[c] = Curves.mix(paper[c], paper[c] * Math.min(1, passed), alpha);
        }
        picture.set(i, paper[0], paper[1], paper[2]);
    }

    private static Layer run(Layer figure, long seed, float unit) {
        int side = figure.side();
        float[] wideX = new LatticeNoise(seed, 26 * unit).plane(side);
        float[] wideY = new LatticeNoise(seed + 1, 26 * unit).plane(side);
        float[] narrowX = new LatticeNoise(seed + 2, 9 * unit).plane(side);
        float[] narrowY = new LatticeNoise(seed + 3, 9 * unit).plane(side);
        Layer wet = Layer.transparent(side);
        for (int i = 0; i < side * side; i++) {
            float shiftX = 7 * (wideX[i] - .5f) + 3 * (narrowX[i] - .5f);
            float shiftY = 7 * (wideY[i] - .5f) + 3 * (narrowY[i] - .5f);
            sample(figure, i % side + shiftX * unit, i / side + shiftY * unit, wet, i);
        }
        return wet;
    }

    private static void sample(Layer from, float x, float y, Layer to, int pixel) {
        int side = from.side();
        float u = Math.max(0, Math.min(side - 1.001f, x));
        float v = Math.max(0, Math.min(side - 1.001f, y));
        int corner = (int) v * side + (int) u;
        float right = u - (int) u;
        float down = v - (int) v;
        to.red()[pixel] = bilinear(from.red(), corner, side, right, down);
        to.green()[pixel] = bilinear(from.green(), corner, side, right, down);
        to.blue()[pixel] = bilinear(from.blue(), corner, side, right, down);
        to.alpha()[pixel] = bilinear(from.alpha(), corner, side, right, down);
    }

    private static float bilinear(float[] plane, int corner, int side, float right, float down) {
        float top = Curves.mix(plane[corner], plane[corner + 1], right);
        float bottom = Curves.mix(plane[corner + side], plane[corner + side + 1], right);
        return Curves.mix(top, bottom, down);
    }
}
