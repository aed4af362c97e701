package org.stylecodes.train.illustration.setting;

import java.util.function.IntToDoubleFunction;
import org.stylecodes.train.illustration.colour.Colour;
import org.stylecodes.train.illustration.raster.Curves;
import org.stylecodes.train.illustration.raster.Layer;

/** Draws simple shapes with smooth edges over a layer, in one colour; lengths are in pixels. */
record Pen(Layer layer, Colour colour, float opacity) {
    Pen(Layer layer, Colour colour) {
        this(layer, colour, 1);
    }

    void disc(float centreX, float centreY, float radius) {
        stroke(centreX, centreY, centreX, centreY, 2 * radius);
    }

    /** A line with round ends. */
    void stroke(float fromX, float fromY, float toX, float toY, float width) {
        float reach = width / 2 + 1;
        int left = Math.max(0, (int) (Math.min(fromX, toX) - reach));
        int right = Math.min(layer.side() - 1, (int) (Math.max(fromX, toX) + reach));
        int top = Math.max(0, (int) (Math.min(fromY, toY) - reach));
        int bottom = Math.min(layer.side() - 1, (int) (Math.max(fromY, toY) + reach));
        float dx = toX - fromX;
        float dy = toY - fromY;
        float squared = dx * dx + dy * dy;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float px = x + .5f - fromX;
                float py = y + .5f - fromY;
                float along = squared == 0 ? 0 : Curves.clamp((px * dx + py * dy) / squared);
                float offX = px - along * dx;
                float offY = py - along * dy;
                paint(y * layer.side() + x, width / 2 + .5f - (float) Math.sqrt(offX * offX + offY * offY));
            }
        }
    }

    void ellipse(float centreX, float centreY, float radiusX, float radiusY) {
        int left = Math.max(0, (int) (centreX - radiusX - 1));
        int right = Math.min(layer.side() - 1, (int) (centreX + radiusX + 1));
        int top = Math.max(0, (int) (centreY - radiusY - 1));
        int bottom = Math.min(layer.side() - 1, (int) (centreY + radiusY + 1));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float u = (x + .5f - centreX) / radiusX;
                float v = (y + .5f - centreY) / radiusY;
                float distance = 1 - (float) Math.sqrt(u * u + v * v);
                paint(y * layer.side() + x, distance * Math.min(radiusX, radiusY) + .5f);
            }
        }
    }

    /** Everything below a profile, which gives the upper edge of every column. */
    void below(IntToDoubleFunction profile) {
        for (int x = 0; x < layer.side(); x++) {
            float edge = (float) profile.applyAsDouble(x);
            for (int y = Math.max(0, (int) edge); y < layer.side(); y++) {
                paint(y * layer.side() + x, y + 1 - edge);
            }
        }
    }

    private void paint(int pixel, float coverage) {
        if (coverage > 0) {
            layer.blend(pixel, colour.red(), colour.green(), colour.blue(), opacity * Math.min(1, coverage));
        }
    }
}
