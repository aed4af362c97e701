package org.stylecodes.train.scene;

import java.util.SplittableRandom;

/** Changes the pixels of a finished drawing in place. */
@FunctionalInterface
interface TextureFilter {
    void apply(Raster raster, Texture texture, SplittableRandom random);
}
