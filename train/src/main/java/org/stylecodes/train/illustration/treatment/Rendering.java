package org.stylecodes.train.illustration.treatment;

import org.stylecodes.train.illustration.raster.Layer;

/** Turns a composed scene into a picture; reads the layers of the scene and leaves them as they are. */
@FunctionalInterface
interface Rendering {
    /** The picture, opaque. */
    Layer render(Scene scene);
}
