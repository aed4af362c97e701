package org.stylecodes.train.scene;

import java.util.List;

/** What is above an object. */
public enum Sky {
    NONE(Phrases.of("")),
    SUN(Phrases.of("under the sun", "in the sun", "on a sunny day")),
    MOON(new Phrases(List.of("at night", "under the moon"), List.of("in the moonlight", "with a moon"))),
    CLOUDS(Phrases.of("with clouds", "under clouds", "under a cloudy sky", "on a cloudy day"));

    private static final double TOP = 23;
    private static final double SIDE = 24;

    private final Phrases phrases;

    Sky(Phrases phrases) {
        this.phrases = phrases;
    }

    Phrases phrases() {
        return phrases;
    }

    /** Draws in units of the grid, sun and moon in a corner. */
    void draw(Brush brush, boolean onLeft) {
        Brush corner = brush.at(onLeft ? SIDE : Raster.GRID - SIDE, TOP, 16);
        switch (this) {
            case NONE -> {}
            case SUN -> sun(corner);
            case MOON ->
                corner.fill(Role.ACCENT, Shapes.difference(Shapes.circle(0, 0, 1), Shapes.circle(.5, -.25, .85)));
            case CLOUDS -> {
                cloud(brush.at(SIDE, onLeft ? TOP : TOP + 6, 16));
                cloud(brush.at(Raster.GRID - SIDE, onLeft ? TOP + 6 : TOP, 16));
            }
        }
    }

    private static void sun(Brush brush) {
        brush.fill(Role.ACCENT, Shapes.star(8, 0, 0, 1.35, .8));
        brush.fill(Role.ACCENT, Shapes.circle(0, 0, .8));
    }

    private static void cloud(Brush brush) {
        int sky = brush.color(Role.SKY);
        int white = Rgb.mix(sky, Rgb.luma(sky) > .75 ? brush.color(Role.GROUND) : Rgb.WHITE, .6);
        brush.fill(
                white,
                Shapes.union(
                        Shapes.ellipse(-.65, .2, .6, .42),
                        Shapes.ellipse(.65, .2, .6, .42),
                        Shapes.ellipse(0, -.1, .7, .62)));
    }
}
