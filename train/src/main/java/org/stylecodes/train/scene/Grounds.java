package org.stylecodes.train.scene;

import static org.stylecodes.train.scene.Role.GROUND;
import static org.stylecodes.train.scene.Role.INK;
import static org.stylecodes.train.scene.Role.SKY;

import java.awt.geom.Path2D;

/** Drawings of the grounds, in units of the 128x128 grid; they reach over its border so that outlines do not frame it. */
final class Grounds {
    private static final double LEFT = -8;
    private static final double WIDTH = 144;

    private Grounds() {}

    static void none(Brush brush) {}

    static void hill(Brush brush) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(LEFT, 140);
        hill.lineTo(LEFT, 116);
        hill.quadTo(64, 72, LEFT + WIDTH, 116);
        hill.lineTo(LEFT + WIDTH, 140);
        hill.closePath();
        brush.fill(GROUND, hill);
    }

    static void sea(Brush brush) {
        brush.fill(GROUND, Shapes.rectangle(LEFT, 82, WIDTH, 60));
        int foam = Rgb.mix(brush.color(GROUND), brush.color(SKY), .55);
        for (int row = 0; row < 3; row++) {
            brush.line(foam, wave(93 + 13 * row, row % 2 == 0 ? 0 : 8));
        }
    }

    static void field(Brush brush) {
        brush.fill(GROUND, Shapes.rectangle(LEFT, 94, WIDTH, 48));
        int blades = Rgb.mix(brush.color(GROUND), brush.color(INK), .45);
        for (int i = 0; i < 10; i++) {
            double x = 6 + 13 * i;
            double y = 108 + 7 * i % 16;
            brush.line(blades, Shapes.line(x - 3, y - 6, x, y, x + 3, y - 6));
        }
    }

    static void mountains(Brush brush) {
        int far = Rgb.mix(brush.color(GROUND), brush.color(SKY), .4);
        brush.fill(far, Shapes.polygon(-24, 106, 26, 34, 76, 106));
        brush.fill(far, Shapes.polygon(52, 106, 102, 26, 152, 106));
        brush.fill(GROUND, Shapes.rectangle(LEFT, 98, WIDTH, 44));
    }

    private static Path2D wave(double y, double shift) {
        Path2D wave = new Path2D.Double();
        wave.moveTo(-24 + shift, y);
        for (double x = -24 + shift; x < 136; x += 16) {
            wave.quadTo(x + 4, y - 5, x + 8, y);
            wave.quadTo(x + 12, y + 5, x + 16, y);
        }
        return wave;
    }
}
