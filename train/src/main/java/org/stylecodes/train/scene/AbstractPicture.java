package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/**
 * Pictures that show nothing: references that are not illustrations, in the colours of a style. Each gives every
 * {@link Role} about the share of the area that it has in a scene.
 */
public enum AbstractPicture {
    /** The palette's colours flowing into each other along a line. */
    GRADIENT(Compositions::gradient),
    /** Layers of noise, like a photograph of clouds, water or rock. */
    CLOUDS(Compositions::clouds),
    /** Hundreds of short strokes with a thick brush. */
    BRUSHWORK(Compositions::brushwork),
    /** Large flat blocks or stripes. */
    POSTER(Compositions::poster),
    /** Circles, triangles and bars scattered over the sky's colour. */
    SHAPES(Compositions::shapes);

    private final Composition composition;

    AbstractPicture(Composition composition) {
        this.composition = composition;
    }

    Composition composition() {
        return composition;
    }

    /** Draws with a brush on the grid, whose background already has the colour of the sky. */
    @FunctionalInterface
    interface Composition {
        void draw(Brush brush, SplittableRandom random);
    }
}
