package org.stylecodes.train.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * Draws shapes in the colours and the outline of a style. A drawing uses its own coordinates, which {@link #at} places; widths
 * of outlines stay those of the grid.
 */
record Brush(Graphics2D graphics, SceneStyle style, AffineTransform place) {
    private static final double LINE = 2;

    static Brush onGrid(Graphics2D graphics, SceneStyle style) {
        return new Brush(graphics, style, new AffineTransform());
    }

    /** A brush whose origin lies at a point of the grid and whose unit is so many grid units long. */
    Brush at(double x, double y, double unit) {
        AffineTransform inner = AffineTransform.getTranslateInstance(x, y);
        inner.scale(unit, unit);
        return new Brush(graphics, style, inner);
    }

    int color(Role role) {
        return style.palette().color(role);
    }

    /** Fills a shape in the colour of a role, with the style's outline. */
    void fill(Role role, Shape shape) {
        fill(color(role), shape);
    }

    /** Fills a shape in any colour, with the style's outline; line art leaves it in the colour of the sky. */
    void fill(int rgb, Shape shape) {
        Shape placed = place.createTransformedShape(shape);
        graphics.setColor(new Color(style.lineArt() ? color(Role.SKY) : rgb));
        graphics.fill(placed);
        if (style.outline() != Outline.NONE) {
            stroke(color(Role.INK), style.outline().width(), placed);
        }
    }

    /** Fills a small shape in ink, without an outline. */
    void ink(Shape shape) {
        graphics.setColor(new Color(color(Role.INK)));
        graphics.fill(place.createTransformedShape(shape));
    }

    /** Draws a thin line in ink, also in styles without outlines. */
    void line(Shape path) {
        stroke(color(Role.INK), Math.max(LINE, style.outline().width() * .8), place.createTransformedShape(path));
    }

    /** Draws a thin line in any colour; line art draws it in ink. */
    void line(int rgb, Shape path) {
        stroke(style.lineArt() ? color(Role.INK) : rgb, LINE, place.createTransformedShape(path));
    }

    /** Fills a shape in a colour that may be translucent, whatever the style. */
    void shade(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(place.createTransformedShape(shape));
    }

    /** Draws a path with a round brush of so many grid units. */
    void stroke(int rgb, double width, Shape placed) {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(placed);
    }
}
