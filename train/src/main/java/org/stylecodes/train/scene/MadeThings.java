package org.stylecodes.train.scene;

import static org.stylecodes.train.scene.Role.ACCENT;
import static org.stylecodes.train.scene.Role.INK;
import static org.stylecodes.train.scene.Role.MAIN;
import static org.stylecodes.train.scene.Role.SECONDARY;
import static org.stylecodes.train.scene.Shapes.circle;
import static org.stylecodes.train.scene.Shapes.curve;
import static org.stylecodes.train.scene.Shapes.difference;
import static org.stylecodes.train.scene.Shapes.ellipse;
import static org.stylecodes.train.scene.Shapes.line;
import static org.stylecodes.train.scene.Shapes.polygon;
import static org.stylecodes.train.scene.Shapes.rectangle;
import static org.stylecodes.train.scene.Shapes.rounded;

import java.awt.geom.Path2D;

/** Drawings of things that people make. */
final class MadeThings {
    private MadeThings() {}

    static void house(Brush brush) {
        brush.fill(SECONDARY, rectangle(.36, -.88, .24, .6));
        brush.fill(MAIN, rectangle(-.74, -.12, 1.48, 1.12));
        brush.fill(SECONDARY, polygon(-1, -.1, 0, -.98, 1, -.1));
        brush.fill(ACCENT, rectangle(-.17, .4, .34, .6));
        brush.fill(ACCENT, rectangle(-.58, .1, .3, .3));
        brush.fill(ACCENT, rectangle(.28, .1, .3, .3));
    }

    static void boat(Brush brush) {
        brush.fill(INK, rectangle(-.05, -1, .1, 1.45));
        brush.fill(MAIN, polygon(.1, -.96, .1, .28, .88, .28));
        brush.fill(ACCENT, polygon(-.1, -.72, -.1, .28, -.74, .28));
        brush.fill(SECONDARY, polygon(-1, .42, 1, .42, .66, 1, -.66, 1));
    }

    static void car(Brush brush) {
        brush.fill(MAIN, polygon(-.62, .2, -.4, -.42, .36, -.42, .66, .2));
        brush.fill(ACCENT, polygon(-.44, .14, -.3, -.28, -.04, -.28, -.04, .14));
        brush.fill(ACCENT, polygon(.07, .14, .07, -.28, .29, -.28, .48, .14));
        brush.fill(MAIN, rounded(-1, .12, 2, .58, .32));
        brush.fill(SECONDARY, rounded(-1, .4, 2, .16, .1));
        for (double x : new double[] {-.54, .54}) {
            brush.fill(INK, circle(x, .7, .3));
            brush.fill(ACCENT, circle(x, .7, .13));
        }
    }

    static void cup(Brush brush) {
        brush.line(curve(-.22, -.62, -.36, -.75, -.08, -.85, -.22, -1));
        brush.line(curve(.22, -.62, .08, -.75, .36, -.85, .22, -1));
        brush.fill(SECONDARY, difference(circle(.62, .2, .36), circle(.62, .2, .19)));
        brush.fill(MAIN, polygon(-.72, -.35, .72, -.35, .5, .86, -.5, .86));
        brush.fill(ACCENT, ellipse(0, -.35, .72, .17));
        brush.fill(SECONDARY, polygon(-.67, .08, .67, .08, .62, .36, -.62, .36));
        brush.fill(ACCENT, ellipse(0, .9, .82, .1));
    }

    static void balloon(Brush brush) {
        brush.line(line(-.4, .2, -.2, .68));
        brush.line(line(.4, .2, .2, .68));
        Path2D envelope = curve(-.24, .48, -.5, .3, -.74, .05, -.74, -.28, -.74, -.7, -.4, -1, 0, -1);
        envelope.curveTo(.4, -1, .74, -.7, .74, -.28);
        envelope.curveTo(.74, .05, .5, .3, .24, .48);
        envelope.closePath();
        brush.fill(MAIN, envelope);
        Path2D stripe = curve(-.1, .48, -.42, .1, -.42, -.7, 0, -1, .42, -.7, .42, .1, .1, .48);
        stripe.closePath();
        brush.fill(SECONDARY, stripe);
        brush.fill(ACCENT, rounded(-.25, .66, .5, .34, .1));
    }

    static void lighthouse(Brush brush) {
        brush.fill(MAIN, polygon(-.32, -.44, .32, -.44, .5, 1, -.5, 1));
        brush.fill(SECONDARY, polygon(-.35, -.18, .35, -.18, .39, .14, -.39, .14));
        brush.fill(SECONDARY, polygon(-.43, .46, .43, .46, .47, .78, -.47, .78));
        brush.fill(SECONDARY, rectangle(-.44, -.5, .88, .13));
        brush.fill(ACCENT, rectangle(-.22, -.78, .44, .28));
        brush.fill(MAIN, polygon(-.32, -.76, 0, -1.04, .32, -.76));
    }

    static void rocket(Brush brush) {
        brush.fill(ACCENT, polygon(-.2, .66, 0, 1.04, .2, .66));
        brush.fill(SECONDARY, polygon(-.28, .1, -.72, .84, -.26, .68));
        brush.fill(SECONDARY, polygon(.28, .1, .72, .84, .26, .68));
        Path2D hull = curve(0, -1.04, .46, -.62, .44, .2, .3, .72);
        hull.lineTo(-.3, .72);
        hull.curveTo(-.44, .2, -.46, -.62, 0, -1.04);
        hull.closePath();
        brush.fill(MAIN, hull);
        Path2D nose = curve(0, -1.04, .14, -.9, .24, -.76, .3, -.6);
        nose.lineTo(-.3, -.6);
        nose.curveTo(-.24, -.76, -.14, -.9, 0, -1.04);
        nose.closePath();
        brush.fill(SECONDARY, nose);
        brush.fill(ACCENT, circle(0, -.2, .19));
    }
}
