package org.stylecodes.train.scene;

import static org.stylecodes.train.scene.Role.ACCENT;
import static org.stylecodes.train.scene.Role.INK;
import static org.stylecodes.train.scene.Role.MAIN;
import static org.stylecodes.train.scene.Role.SECONDARY;
import static org.stylecodes.train.scene.Shapes.circle;
import static org.stylecodes.train.scene.Shapes.curve;
import static org.stylecodes.train.scene.Shapes.dome;
import static org.stylecodes.train.scene.Shapes.ellipse;
import static org.stylecodes.train.scene.Shapes.line;
import static org.stylecodes.train.scene.Shapes.polygon;
import static org.stylecodes.train.scene.Shapes.rectangle;
import static org.stylecodes.train.scene.Shapes.rounded;
import static org.stylecodes.train.scene.Shapes.union;

import java.awt.geom.Path2D;

/** Drawings of things that grow, live or shine. */
final class LivingThings {
    private LivingThings() {}

    static void tree(Brush brush) {
        brush.fill(SECONDARY, polygon(-.13, .2, .13, .2, .2, 1, -.2, 1));
        brush.fill(MAIN, union(circle(0, -.5, .5), circle(-.44, -.05, .42), circle(.44, -.05, .42)));
        brush.fill(ACCENT, circle(-.42, -.02, .11));
        brush.fill(ACCENT, circle(.06, -.52, .11));
        brush.fill(ACCENT, circle(.4, .08, .11));
    }

    static void fish(Brush brush) {
        brush.fill(SECONDARY, polygon(.42, .15, 1, -.35, .88, .15, 1, .65));
        brush.fill(SECONDARY, polygon(-.3, -.2, .12, -.62, .36, -.1));
        brush.fill(MAIN, ellipse(-.18, .15, .8, .52));
        brush.fill(SECONDARY, polygon(-.06, .14, .3, .02, .3, .38));
        brush.fill(ACCENT, circle(-.58, .03, .14));
        brush.ink(circle(-.6, .03, .07));
    }

    static void cat(Brush brush) {
        brush.fill(SECONDARY, polygon(-.84, .15, -.8, -.9, -.1, -.42));
        brush.fill(SECONDARY, polygon(.84, .15, .8, -.9, .1, -.42));
        brush.fill(MAIN, ellipse(0, .2, .9, .78));
        for (double side : new double[] {-1, 1}) {
            brush.fill(ACCENT, ellipse(side * .36, .04, .18, .22));
            brush.ink(ellipse(side * .36, .04, .07, .16));
            brush.line(line(side * .42, .52, side * .98, .42));
            brush.line(line(side * .42, .64, side * .96, .72));
        }
        brush.fill(SECONDARY, polygon(-.14, .4, .14, .4, 0, .56));
    }

    static void flower(Brush brush) {
        brush.fill(SECONDARY, rectangle(-.06, .1, .12, .9));
        brush.fill(SECONDARY, ellipse(.32, .66, .28, .13));
        brush.fill(SECONDARY, ellipse(-.32, .78, .28, .13));
        for (int i = 0; i < 6; i++) {
            double angle = StrictMath.PI * (i / 3.0 + .1);
            brush.fill(MAIN, circle(.42 * StrictMath.cos(angle), -.34 + .42 * StrictMath.sin(angle), .27));
        }
        brush.fill(ACCENT, circle(0, -.34, .26));
    }

    static void bird(Brush brush) {
        brush.line(line(-.18, .6, -.22, .98));
        brush.line(line(.14, .6, .1, .98));
        brush.fill(SECONDARY, polygon(.4, .3, 1, -.12, .96, .38));
        brush.fill(ACCENT, polygon(-.74, -.5, -1.06, -.34, -.74, -.22));
        brush.fill(MAIN, union(ellipse(.02, .24, .64, .44), circle(-.46, -.36, .37)));
        Path2D wing = curve(-.2, .06, .1, 0, .4, .05, .56, .2, .4, .5, -.1, .6, -.2, .06);
        wing.closePath();
        brush.fill(SECONDARY, wing);
        brush.ink(circle(-.54, -.44, .08));
    }

    static void star(Brush brush) {
        brush.fill(MAIN, Shapes.star(5, 0, .08, 1.04, .46));
        brush.fill(ACCENT, Shapes.star(5, 0, .08, .5, .22));
    }

    static void mushroom(Brush brush) {
        brush.fill(SECONDARY, rounded(-.26, -.1, .52, 1.1, .3));
        brush.fill(MAIN, dome(0, .16, .94, 1.08));
        brush.fill(ACCENT, circle(-.46, -.2, .17));
        brush.fill(ACCENT, circle(.08, -.54, .18));
        brush.fill(ACCENT, circle(.5, -.12, .15));
    }

    static void cactus(Brush brush) {
        brush.fill(
                MAIN,
                union(
                        rounded(-.28, -.92, .56, 1.7, .56),
                        rounded(-.84, -.36, .28, .66, .28),
                        rounded(-.84, .04, .7, .27, .27),
                        rounded(.56, -.56, .28, .72, .28),
                        rounded(.1, -.1, .74, .27, .27)));
        brush.fill(ACCENT, ellipse(0, -.9, .2, .14));
        brush.line(line(-.08, -.5, -.08, -.36));
        brush.line(line(.1, -.3, .1, -.16));
        brush.line(line(-.06, .12, -.06, .26));
        brush.fill(SECONDARY, polygon(-.54, .56, .54, .56, .4, 1, -.4, 1));
    }

    static void apple(Brush brush) {
        Path2D body = curve(0, -.4, .3, -.66, .9, -.56, .9, .1, .9, .66, .5, 1.1, 0, .94);
        body.curveTo(-.5, 1.1, -.9, .66, -.9, .1);
        body.curveTo(-.9, -.56, -.3, -.66, 0, -.4);
        body.closePath();
        brush.fill(MAIN, body);
        brush.fill(INK, polygon(-.05, -.36, .07, -.36, .14, -.84, .02, -.84));
        Path2D leaf = curve(.12, -.66, .2, -1.02, .6, -1.04, .74, -.94, .66, -.62, .3, -.56, .12, -.66);
        leaf.closePath();
        brush.fill(SECONDARY, leaf);
        brush.fill(ACCENT, ellipse(-.5, 0, .13, .23));
    }
}
