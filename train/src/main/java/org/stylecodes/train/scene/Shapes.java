package org.stylecodes.train.scene;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Geometry in the words that drawings use. */
final class Shapes {
    private Shapes() {}

    static Shape ellipse(double centerX, double centerY, double radiusX, double radiusY) {
        return new Ellipse2D.Double(centerX - radiusX, centerY - radiusY, 2 * radiusX, 2 * radiusY);
    }

    static Shape circle(double centerX, double centerY, double radius) {
        return ellipse(centerX, centerY, radius, radius);
    }

    static Shape rectangle(double left, double top, double width, double height) {
        return new Rectangle2D.Double(left, top, width, height);
    }

    static Shape rounded(double left, double top, double width, double height, double corner) {
        return new RoundRectangle2D.Double(left, top, width, height, corner, corner);
    }

    /** The upper half of an ellipse. */
    static Shape dome(double centerX, double centerY, double radiusX, double radiusY) {
        return new Arc2D.Double(centerX - radiusX, centerY - radiusY, 2 * radiusX, 2 * radiusY, 0, 180, Arc2D.CHORD);
    }

    /** A closed polygon of x, y pairs. */
    static Shape polygon(double... points) {
        Path2D path = line(points);
        path.closePath();
        return path;
    }

    /** An open line of x, y pairs. */
    static Path2D line(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    /** A path that starts at a point and follows cubic curves of six numbers each; closed when filled. */
    static Path2D curve(double startX, double startY, double... curves) {
        Path2D path = new Path2D.Double();
        path.moveTo(startX, startY);
        for (int i = 0; i < curves.length; i += 6) {
            path.curveTo(curves[i], curves[i + 1], curves[i + 2], curves[i + 3], curves[i + 4], curves[i + 5]);
        }
        return path;
    }

    /** A star of the given number of points, one of them up. */
    static Shape star(int points, double centerX, double centerY, double outer, double inner) {
        double[] corners = new double[4 * points];
        for (int i = 0; i < 2 * points; i++) {
            double angle = StrictMath.PI * (i / (double) points - .5);
            double radius = i % 2 == 0 ? outer : inner;
            corners[2 * i] = centerX + radius * StrictMath.cos(angle);
            corners[2 * i + 1] = centerY + radius * StrictMath.sin(angle);
        }
        return polygon(corners);
    }

    static Shape union(Shape... parts) {
        Area area = new Area();
        for (Shape part : parts) {
            area.add(new Area(part));
        }
        return area;
    }

    static Shape difference(Shape shape, Shape hole) {
        Area area = new Area(shape);
        area.subtract(new Area(hole));
        return area;
    }
}
